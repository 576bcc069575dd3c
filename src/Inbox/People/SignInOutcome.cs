namespace MeliBot.Inbox.People;

/// <summary>How a try to sign in ended.</summary>
internal abstract record SignInOutcome
{
    public sealed record Done(Person Person) : SignInOutcome;

    /// <summary>Name or password is wrong, or the person is disabled: a stranger isn't told which.</summary>
    public sealed record Refused : SignInOutcome;

    public sealed record Locked(DateTimeOffset Until) : SignInOutcome;
}
