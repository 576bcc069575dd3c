namespace MeliBot.MercadoLibre;

/// <summary>
/// One budget of calls for the whole application, because the platform limits and blocks applications, not accounts. Every attempt
/// of every call passes it, retries too.
/// </summary>
public interface IRateBudget
{
    /// <summary>Waits for this call's turn. Kinds go in their order, accounts of one kind in rotation; none starves.</summary>
    /// <exception cref="MercadoLibreException"><see cref="ErrorKind.HeldBack"/>: the breaker is open, or the wait would be too long.</exception>
    Task AcquireAsync(long account, CallKind kind, CancellationToken cancellationToken = default);

    /// <summary>Tells how an attempt ended, so that the budget learns.</summary>
    void Report(long account, CallOutcome outcome, TimeSpan? retryAfter = null);

    BudgetState State { get; }
}

/// <summary>What an attempt tells about the application's standing.</summary>
public enum CallOutcome
{
    /// <summary>A usable answer, or a refusal that belongs to ordinary work (404, an answered question, a paused item).</summary>
    Fine,

    /// <summary>429.</summary>
    RateLimited,

    /// <summary>A 4xx of the sort for which the platform blocks applications.</summary>
    Refused,

    /// <summary>401: the account's token has died, and another follows. Many accounts' tokens may die in one moment, so it counts against the account alone.</summary>
    TokenRefused,

    /// <summary>5xx, network, timeout: says nothing about us.</summary>
    Unavailable,
}

/// <param name="CallsPerSecond">The whole application's rate, as it was learnt here.</param>
/// <param name="Waiting">Calls in the queue.</param>
/// <param name="PausedUntil">When the whole application may call again, if it is paused.</param>
/// <param name="OpenBreakers">Accounts whose calls are held back; 0 stands for the whole application.</param>
public sealed record BudgetState(double CallsPerSecond, int Waiting, DateTimeOffset? PausedUntil, IReadOnlyList<long> OpenBreakers)
{
    /// <summary>What of that rate is this process's; 1 where no other shares it.</summary>
    public double Share { get; init; } = 1;
}
