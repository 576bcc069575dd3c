using System.Collections.Concurrent;
using MeliBot.Adapter.Webhooks;
using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Sweep;

/// <summary>One run of a sweep: what it counts, and whether it may go on.</summary>
public sealed class SweepRun(Func<CancellationToken, Task<bool>> keepLease)
{
    private readonly ConcurrentDictionary<long, string> _failures = new();
    private int _accounts;
    private int _done;
    private int _found;
    private int _raised;

    /// <summary>How many accounts there are to sweep.</summary>
    public int Accounts
    {
        get => _accounts;
        set => _accounts = value;
    }

    public int Done => _done;

    /// <summary>What the platform listed.</summary>
    public int Found => _found;

    /// <summary>What of it was unknown here, or stood differently.</summary>
    public int Raised => _raised;

    /// <summary>Why nothing was looked at, when that is no fault (a setting is missing, the platform refuses it to this application).</summary>
    public string? Skipped { get; set; }

    /// <summary>By account, in sentences.</summary>
    public IReadOnlyDictionary<long, string> Failures => _failures;

    /// <summary>Whether this host still is the one that sweeps; asked between pages.</summary>
    public Task<bool> MayGoOnAsync(CancellationToken cancellationToken) => keepLease(cancellationToken);

    /// <summary>Several accounts at once. What one of them fails with holds up no other; an application that is rejected ends all.</summary>
    /// <param name="accounts">All that there are to sweep.</param>
    /// <param name="concurrency">How many at once.</param>
    /// <param name="sweep">True when all of the account was seen.</param>
    /// <param name="cancellationToken">Ends them.</param>
    internal Task EachAsync(IReadOnlyList<LinkedAccount> accounts, int concurrency, Func<long, CancellationToken, Task<bool>> sweep, CancellationToken cancellationToken)
    {
        Accounts = accounts.Count;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancellationToken };
        return Parallel.ForEachAsync(accounts, parallel, async (account, token) =>
        {
            try
            {
                if (await sweep(account.Account, token)) CountDone();
            }
            catch (MercadoLibreException e) when (e.Error.Kind != ErrorKind.ApplicationRejected)
            {
                Fail(account.Account, e.Error.ToString());
            }
        });
    }

    public void CountFound() => Interlocked.Increment(ref _found);

    public void CountRaised() => Interlocked.Increment(ref _raised);

    public void CountDone() => Interlocked.Increment(ref _done);

    public void Fail(long account, string reason) => _failures[account] = reason;
}
