using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace MeliBot.Inbox.People;

/// <summary>Checks passwords, and locks out whoever guesses.</summary>
internal sealed class PasswordSignIn(PeopleStore people, IPasswordHasher<Person> hasher, IOptions<InboxOptions> options, TimeProvider time)
{
    // Checked when nobody has the name, so that the answer takes as long.
    private readonly string _nobody = hasher.HashPassword(null!, Convert.ToHexString(RandomNumberGenerator.GetBytes(16)));

    public async Task<SignInOutcome> TryAsync(string signInName, string password, CancellationToken cancellationToken)
    {
        var person = await people.FindAsync(signInName, cancellationToken);
        if (person is not { PasswordHash: { } hash, Disabled: false })
        {
            hasher.VerifyHashedPassword(null!, _nobody, password);
            return new SignInOutcome.Refused();
        }

        var now = time.GetUtcNow();
        if (person.LockedUntil is { } until && until > now) return new SignInOutcome.Locked(until);
        var verified = hasher.VerifyHashedPassword(person, hash, password);
        if (verified == PasswordVerificationResult.Failed)
        {
            var failed = await people.ChangeAsync(signInName, Failed, cancellationToken);
            return failed?.LockedUntil is { } locked && locked > now ? new SignInOutcome.Locked(locked) : new SignInOutcome.Refused();
        }

        var entered = await people.ChangeAsync(
            signInName,
            known => known with
            {
                FailedAttempts = 0,
                LockedUntil = null,
                LastSignIn = now,
                PasswordHash = verified == PasswordVerificationResult.SuccessRehashNeeded ? hasher.HashPassword(known, password) : known.PasswordHash,
            },
            cancellationToken);
        return entered is null ? new SignInOutcome.Refused() : new SignInOutcome.Done(entered);

        Person Failed(Person known)
        {
            var attempts = known.FailedAttempts + 1;
            return attempts < options.Value.AttemptsBeforeLock
                ? known with { FailedAttempts = attempts }
                : known with { FailedAttempts = 0, LockedUntil = now + options.Value.LockFor };
        }
    }

    /// <summary>Ends every other session of theirs. Null when the current password is wrong, or locked.</summary>
    public async Task<Person?> ChangePasswordAsync(string signInName, string current, string password, CancellationToken cancellationToken) =>
        await TryAsync(signInName, current, cancellationToken) is SignInOutcome.Done
            ? await people.ChangeAsync(signInName, known => known with { PasswordHash = hasher.HashPassword(known, password), Stamp = Invitations.NewStamp() }, cancellationToken)
            : null;
}
