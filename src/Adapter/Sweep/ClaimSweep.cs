using System.Globalization;
using MeliBot.Adapter.Claims;
using MeliBot.Adapter.Webhooks;
using MeliBot.Delivery.Signals;
using MeliBot.MercadoLibre;
using Microsoft.Extensions.Options;

namespace MeliBot.Adapter.Sweep;

/// <summary>
/// Raises every open claim that changed without our knowing, years-old ones too, and those that weren't looked at for a while; and every claim that is open here but not in the platform's list any
/// more, because nothing else may tell of its end.
/// </summary>
public sealed class ClaimSweep(IAccountDirectory accounts, IMercadoLibreClient client, ClaimStore claims, ISignalQueue queue, IOptionsMonitor<SweepOptions> options, TimeProvider time) : ISweep
{
    /// <summary>Who says so, in the signal.</summary>
    public const string Source = "sweep";

    public string Name => "claims";

    public TimeSpan Cadence(SweepOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.ClaimsEvery;
    }

    public async Task RunAsync(SweepRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        var linked = await accounts.ListAsync(cancellationToken);
        await run.EachAsync(linked, options.CurrentValue.Concurrency, (account, token) => SweepAsync(account, run, token), cancellationToken);
    }

    /// <summary>True when the platform showed all of them.</summary>
    private async Task<bool> SweepAsync(long account, SweepRun run, CancellationToken cancellationToken)
    {
        if (!await run.MayGoOnAsync(cancellationToken)) return false;
        var found = await client.For(account, CallKind.Sweep).Claims.OpenOfAsync(account, cancellationToken);
        var open = new HashSet<long>();
        foreach (var claim in found.Claims)
        {
            if (claim.Id is not { } id) continue;
            run.CountFound();
            open.Add(id);
            if (await claims.FindAsync(account, id, cancellationToken) is not { } known || IsOld(claim, known)) await RaiseAsync(account, id, run, cancellationToken);
        }

        // What a list that stops short doesn't name may still be open.
        if (!found.IsWhole) return false;
        foreach (var known in await claims.ListAsync(account, cancellationToken))
        {
            if (known.IsOpen && !open.Contains(known.Id)) await RaiseAsync(account, known.Id, run, cancellationToken);
        }

        return true;
    }

    private bool IsOld(Claim found, StoredClaim known) =>
        !known.IsOpen || found.LastUpdated != known.Claim.LastUpdated || found.Stage != known.Claim.Stage || time.GetUtcNow() - known.SeenAt >= options.CurrentValue.ClaimsAgainAfter;

    private async Task RaiseAsync(long account, long claim, SweepRun run, CancellationToken cancellationToken)
    {
        var resource = string.Create(CultureInfo.InvariantCulture, $"/post-purchase/v1/claims/{claim}");
        await queue.SendAsync(new(account, HandledTopics.Normalise(Topic.PostPurchase), resource, time.GetUtcNow(), Source), cancellationToken);
        run.CountRaised();
    }
}
