using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace MeliBot.MercadoLibre;

/// <summary>
/// The one refresher. Refresh tokens are single-use, so a lost race loses the account: one flight an account in this process, one lease
/// among processes, the store re-read under the lease, and the new pair saved before anything else happens.
/// </summary>
public sealed class TokenManager(ITokenStore store, OAuthClient oauth, TimeProvider time, ILogger<TokenManager> logger) : ITokenSource
{
    // How soon this process notices that another has linked or unlinked an account; a refused token is noticed at once.
    private static readonly TimeSpan _trust = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan _poll = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);
    private const int SaveAttempts = 6;

    private readonly ConcurrentDictionary<long, Entry> _entries = [];

    public async ValueTask<string> GetAccessTokenAsync(long account, CancellationToken cancellationToken = default)
    {
        var entry = _entries.GetOrAdd(account, static _ => new Entry());
        var now = time.GetUtcNow();
        if (entry.Cached is { } cached && now - cached.At < _trust && now < cached.Tokens.RefreshAt && cached.Tokens.AccessToken != entry.Dead)
            return cached.Tokens.AccessToken;
        return (await FlyAsync(account, entry, null, cancellationToken)).AccessToken;
    }

    public async ValueTask<string> ReplaceAccessTokenAsync(long account, string refused, CancellationToken cancellationToken = default)
    {
        var entry = _entries.GetOrAdd(account, static _ => new Entry());
        var tokens = await FlyAsync(account, entry, refused, cancellationToken);
        // The flight that was joined may have been one that didn't know of the refusal.
        if (tokens.AccessToken == refused)
            tokens = await FlyAsync(account, entry, refused, cancellationToken);
        return tokens.AccessToken;
    }

    public async Task LinkAsync(long account, TokenAnswer answer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ThrowIfForeign(account, answer);
        var entry = _entries.GetOrAdd(account, static _ => new Entry());
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var generation = (await store.ReadAsync(account, cancellationToken))?.Generation ?? 0;
            var tokens = ToTokenSet(answer, generation + 1);
            // Once the code is spent these tokens exist nowhere else, so the save isn't given up with the caller.
            if (!await store.SaveAsync(account, tokens, generation, CancellationToken.None))
                continue;
            entry.Reset(tokens, time.GetUtcNow());
            return;
        }
    }

    public async Task UnlinkAsync(long account, CancellationToken cancellationToken = default)
    {
        await store.DeleteAsync(account, cancellationToken);
        _entries.TryRemove(account, out _);
    }

    /// <summary>Joins the flight of this account, or starts it. The flight goes on when a caller gives up.</summary>
    private async Task<TokenSet> FlyAsync(long account, Entry entry, string? refused, CancellationToken cancellationToken)
    {
        Task<TokenSet> flight;
        lock (entry.Gate)
            flight = entry.Flight ??= CurrentAsync(account, entry, refused);
        return await flight.WaitAsync(cancellationToken);
    }

    private async Task<TokenSet> CurrentAsync(long account, Entry entry, string? refused)
    {
        await Task.Yield();
        try
        {
            await SaveLeftoverAsync(account, entry);
            var stored = await ReadAsync(account, entry);
            var now = time.GetUtcNow();
            var forced = refused is not null && stored.AccessToken == refused;
            if (!forced && now < stored.RefreshAt && stored.AccessToken != entry.Dead)
                return stored;
            if (WhyReconnect(stored) is { } reason)
            {
                if (forced)
                    entry.Dead = refused;
                return stored.AccessToken != entry.Dead && now < stored.ExpiresAt ? stored : throw Reconnect(account, reason);
            }

            if (now < entry.NotBefore)
                return !forced && now < stored.ExpiresAt ? stored : throw new MercadoLibreException(entry.LastFailure!.Error, entry.LastFailure);
            return await RefreshAsync(account, entry, stored, forced);
        }
        finally
        {
            lock (entry.Gate)
                entry.Flight = null;
        }
    }

    private async Task<TokenSet> RefreshAsync(long account, Entry entry, TokenSet stored, bool forced)
    {
        var (lease, other) = await LeaseAsync(account, entry, stored, forced);
        if (lease is null)
            return other!;

        await using (lease)
        {
            var again = await ReadAsync(account, entry);
            if (again.Generation != stored.Generation && time.GetUtcNow() < again.RefreshAt)
                return again;
            stored = again;
            if (WhyReconnect(stored) is { } reason)
                return !forced && time.GetUtcNow() < stored.ExpiresAt ? stored : throw Reconnect(account, reason);
            TokenAnswer answer;
            try
            {
                using var span = MercadoLibreSpans.Start(MercadoLibreSpans.TokenRefresh, account);
                answer = await oauth.RefreshAsync(stored.RefreshToken!, CancellationToken.None);
                ThrowIfForeign(account, answer);
            }
            catch (MercadoLibreException e)
            {
                return await FailedAsync(account, entry, stored, forced, e);
            }

            entry.Failures = 0;
            entry.NotBefore = default;
            var tokens = ToTokenSet(answer, stored.Generation + 1);
            entry.Leftover = (tokens, stored.Generation);
            entry.Cached = new Known(tokens, time.GetUtcNow());
            await SaveLeftoverAsync(account, entry);
            MercadoLibreMeters.Refresh("refreshed");
            logger.Refreshed(account, tokens.Generation, tokens.ExpiresAt);
            return entry.Cached!.Tokens;
        }
    }

    private async Task<(IAsyncDisposable? Lease, TokenSet? Other)> LeaseAsync(long account, Entry entry, TokenSet stored, bool forced)
    {
        var start = time.GetTimestamp();
        while (true)
        {
            if (await store.TryLeaseRefreshAsync(account, _lease) is { } lease)
                return (lease, null);
            if (!forced && time.GetUtcNow() < stored.ExpiresAt)
                return (null, stored);
            if (time.GetElapsedTime(start) > _patience)
                throw new MercadoLibreException(new MercadoLibreError
                {
                    Kind = ErrorKind.Unavailable,
                    Message = $"Another process has been refreshing the tokens of account {account} for {_patience.TotalSeconds:0} s.",
                    WhatToDo = "It usually passes by itself: try again later.",
                });

            await Task.Delay(_poll, time);
            var now = await ReadAsync(account, entry);
            if (now.Generation != stored.Generation)
                return (null, now);
        }
    }

    private async Task<TokenSet> FailedAsync(long account, Entry entry, TokenSet stored, bool forced, MercadoLibreException failure)
    {
        var usable = !forced && time.GetUtcNow() < stored.ExpiresAt;
        if (failure.Error.Kind == ErrorKind.ReconnectRequired)
        {
            // Somebody without our lease (an older version, a restored backup) may have rotated the pair.
            var newest = await ReadAsync(account, entry);
            if (newest.Generation != stored.Generation)
                return newest;
            var reason = failure.Error.Code ?? "invalid_grant";
            await store.MarkReconnectAsync(account, stored.Generation, reason, CancellationToken.None);
            MercadoLibreMeters.Refresh("reconnect");
            logger.Reconnect(account, reason);
            if (forced)
                entry.Dead = stored.AccessToken;
            entry.Cached = new Known(stored with { ReconnectReason = reason }, time.GetUtcNow());
            return usable ? entry.Cached.Tokens : throw Reconnect(account, reason);
        }

        MercadoLibreMeters.Refresh("failed");
        entry.Failures = Math.Min(entry.Failures + 1, 6);
        var pause = failure.Error.RetryAfter ?? TimeSpan.FromSeconds(5 * Math.Pow(2, entry.Failures - 1));
        entry.NotBefore = time.GetUtcNow() + pause;
        entry.LastFailure = failure;
        if (failure.Error.Kind == ErrorKind.ApplicationRejected)
            logger.ApplicationRejected(account, failure.Error.Code, failure.Error.Message, failure.Error.WhatToDo);
        else
            logger.RefreshFailed(account, failure.Error.Kind, failure.Error.Status, pause);
        return usable ? stored : throw new MercadoLibreException(failure.Error, failure);
    }

    /// <summary>Saves a pair that was fetched but isn't stored yet: it is the only copy of a working refresh token.</summary>
    private async Task SaveLeftoverAsync(long account, Entry entry)
    {
        if (entry.Leftover is not { } leftover)
            return;
        using var span = MercadoLibreSpans.Start(MercadoLibreSpans.TokenSave, account);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (!await store.SaveAsync(account, leftover.Tokens, leftover.Expected, CancellationToken.None))
                {
                    // Linked anew or unlinked while we were asking: what is stored is what counts.
                    entry.Leftover = null;
                    await ReadAsync(account, entry);
                    return;
                }

                entry.Leftover = null;
                return;
            }
            catch (Exception e) when (e is not MercadoLibreException)
            {
                if (attempt == SaveAttempts)
                {
                    span.Failed(e);
                    logger.NotSaved(e, account, leftover.Tokens.Generation);
                    return;
                }

                await Task.Delay(_poll * Math.Pow(2, attempt - 1), time);
            }
        }
    }

    private async Task<TokenSet> ReadAsync(long account, Entry entry)
    {
        if (entry.Leftover is { } leftover)
            return leftover.Tokens;
        var stored = await store.ReadAsync(account) ?? throw new MercadoLibreException(new MercadoLibreError
        {
            Kind = ErrorKind.ReconnectRequired,
            Code = "not_linked",
            Message = $"Account {account} isn't linked.",
            WhatToDo = "Link it first.",
        });
        entry.Cached = new Known(stored, time.GetUtcNow());
        return stored;
    }

    private TokenSet ToTokenSet(TokenAnswer answer, long generation)
    {
        var now = time.GetUtcNow();
        return new TokenSet
        {
            AccessToken = answer.AccessToken ?? throw new ArgumentException("The answer holds no access token.", nameof(answer)),
            RefreshToken = answer.RefreshToken,
            IssuedAt = now,
            ExpiresAt = now.AddSeconds(answer.ExpiresIn ?? 0),
            Scope = answer.Scope,
            Generation = generation,
        };
    }

    private static string? WhyReconnect(TokenSet tokens) =>
        tokens.ReconnectReason ?? (tokens.RefreshToken is null ? "no_refresh_token: the application lacks the scope offline_access" : null);

    private static void ThrowIfForeign(long account, TokenAnswer answer)
    {
        if (answer.UserId is { } user && user != account)
            throw new MercadoLibreException(new MercadoLibreError
            {
                Kind = ErrorKind.ApplicationRejected,
                Code = "foreign_token",
                Message = $"The platform gave a token of user {user} for account {account}. It was not stored.",
                WhatToDo = "Link each account in its own browser session, with its own user signed in.",
            });
    }

    private static MercadoLibreException Reconnect(long account, string reason) => new(new MercadoLibreError
    {
        Kind = ErrorKind.ReconnectRequired,
        Code = reason,
        Message = $"The link of account {account} is dead ({reason}).",
        WhatToDo = "The account's owner has to connect again. A debt or a pending document with the platform also causes this.",
    });

    private sealed record Known(TokenSet Tokens, DateTimeOffset At);

    private sealed class Entry
    {
        public Lock Gate { get; } = new();

        public Task<TokenSet>? Flight { get; set; }

        public Known? Cached { get; set; }

        /// <summary>Fetched, not stored yet, with the generation it replaces.</summary>
        public (TokenSet Tokens, long Expected)? Leftover { get; set; }

        /// <summary>An access token that was refused and can't be refreshed any more.</summary>
        public string? Dead { get; set; }

        public int Failures { get; set; }

        public DateTimeOffset NotBefore { get; set; }

        public MercadoLibreException? LastFailure { get; set; }

        public void Reset(TokenSet tokens, DateTimeOffset now)
        {
            Cached = new Known(tokens, now);
            Leftover = null;
            Dead = null;
            Failures = 0;
            NotBefore = default;
            LastFailure = null;
        }
    }
}
