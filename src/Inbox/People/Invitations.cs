using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MeliBot.Delivery.Records;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace MeliBot.Inbox.People;

/// <summary>One-time links with which a person sets a password: the first administrator's, a new colleague's, and whoever forgot one.</summary>
public sealed class Invitations
{
    private const string Kind = "invitation";

    private readonly IRecordStore _records;
    private readonly PeopleStore _people;
    private readonly IPasswordHasher<Person> _hasher;
    private readonly IOptions<InboxOptions> _options;
    private readonly TimeProvider _time;

    internal Invitations(IRecordStore records, PeopleStore people, IPasswordHasher<Person> hasher, IOptions<InboxOptions> options, TimeProvider time) =>
        (_records, _people, _hasher, _options, _time) = (records, people, hasher, options, time);

    /// <summary>The token of a link for the first administrator; null once somebody has a password, or an administrator came by OpenID Connect.</summary>
    public async Task<string?> ForFirstAdministratorAsync(CancellationToken cancellationToken)
    {
        if ((await _people.ListAsync(cancellationToken)).Any(person => person.CanSignIn && (!person.IsExternal || person.Roles.Contains(InboxRoles.Administrator)))) return null;
        foreach (var old in await _records.ListAsync(Kind, cancellationToken)) await _records.WriteAsync(Kind, old.Key, null, old.Version, cancellationToken);
        return await InviteAsync(null, cancellationToken);
    }

    /// <param name="signInName">Whose password it sets; null lets the first administrator choose a name.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<string> InviteAsync(string? signInName, CancellationToken cancellationToken)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        var row = new Row(signInName, _time.GetUtcNow() + _options.Value.InvitationLife);
        await _records.WriteAsync(Kind, Key(token), JsonSerializer.Serialize(row), 0, cancellationToken);
        return token;
    }

    /// <summary>What the link is for; null when it was used, is too old, or never was.</summary>
    internal async Task<Invitation?> FindAsync(string token, CancellationToken cancellationToken)
    {
        var record = await _records.ReadAsync(Kind, Key(token), cancellationToken);
        if (record.Value is null || JsonSerializer.Deserialize<Row>(record.Value) is not { } row || row.Until <= _time.GetUtcNow()) return null;
        return new Invitation(token, row.SignInName, record.Version);
    }

    /// <summary>Uses the link up. Null when somebody was faster, or the name is taken.</summary>
    internal async Task<Person?> AcceptAsync(Invitation invitation, string signInName, string name, string password, CancellationToken cancellationToken)
    {
        if (!await _records.WriteAsync(Kind, Key(invitation.Token), null, invitation.Version, cancellationToken)) return null;
        if (invitation.SignInName is { } known)
            return await _people.ChangeAsync(known, person => person with { PasswordHash = _hasher.HashPassword(person, password), Stamp = NewStamp(), FailedAttempts = 0, LockedUntil = null }, cancellationToken);

        var first = new Person { Id = NewId(), SignInName = signInName.Trim(), Name = name.Trim(), Roles = [InboxRoles.Administrator], Stamp = NewStamp() };
        first = first with { PasswordHash = _hasher.HashPassword(first, password) };
        return await _people.AddAsync(first, cancellationToken) ? first : null;
    }

    internal static string NewStamp() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    internal static string NewId() => "p" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));

    // The token is as good as a password while it lives: only its hash is stored.
    private static string Key(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private sealed record Row(string? SignInName, DateTimeOffset Until);
}

/// <param name="SignInName">Null for the first administrator.</param>
internal sealed record Invitation(string Token, string? SignInName, long Version);
