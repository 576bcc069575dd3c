namespace MeliBot.Inbox.People;

/// <summary>What administrators do with people.</summary>
internal sealed class PeopleDesk(PeopleStore people, Invitations invitations)
{
    public Task<IReadOnlyList<Person>> ListAsync(CancellationToken cancellationToken) => people.ListAsync(cancellationToken);

    /// <returns>The token of the link that lets them in; null when the name is taken.</returns>
    public async Task<string?> InviteAsync(string signInName, string name, IReadOnlyList<string> roles, CancellationToken cancellationToken)
    {
        var person = new Person { Id = Invitations.NewId(), SignInName = signInName.Trim(), Name = name.Trim(), Roles = roles, Stamp = Invitations.NewStamp() };
        return await people.AddAsync(person, cancellationToken) ? await invitations.InviteAsync(person.SignInName, cancellationToken) : null;
    }

    public Task<string> InviteAgainAsync(Person person, CancellationToken cancellationToken) => invitations.InviteAsync(person.SignInName, cancellationToken);

    /// <summary>Ends every session of theirs. False when that would leave nobody who administers.</summary>
    public async Task<bool> ChangeAsync(Person person, IReadOnlyList<string> roles, bool disabled, CancellationToken cancellationToken)
    {
        var others = (await people.ListAsync(cancellationToken)).Where(other => other.Id != person.Id);
        var administers = !disabled && roles.Contains(InboxRoles.Administrator);
        if (!administers && !others.Any(other => other is { Disabled: false, CanSignIn: true } && other.Roles.Contains(InboxRoles.Administrator))) return false;
        await people.ChangeAsync(person.SignInName, known => known with { Roles = roles, Disabled = disabled, Stamp = Invitations.NewStamp() }, cancellationToken);
        return true;
    }
}
