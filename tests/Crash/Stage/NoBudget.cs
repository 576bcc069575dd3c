using MeliBot.MercadoLibre;

namespace MeliBot.Crash.Tests.Stage;

/// <summary>For campaigns whose fault isn't the platform's limit, and whose counts it would stretch over hours.</summary>
internal sealed class NoBudget : IRateBudget
{
    public BudgetState State => new(double.PositiveInfinity, 0, null, []);

    public Task AcquireAsync(long account, CallKind kind, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public void Report(long account, CallOutcome outcome, TimeSpan? retryAfter = null)
    {
        // Nothing is counted.
    }
}
