using System.Collections.Concurrent;
using MeliBot.Adapter.Claims.Actions;
using MeliBot.MercadoLibre;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Crash.Tests.Campaigns.Claims;

/// <summary>A person who looks at what may be done in a claim and now and then confirms something, sometimes twice.</summary>
internal sealed class ConfirmingPeople(IServiceProvider services, long account)
{
    private static readonly ClaimPerson Person = new("ana", "administrator", MayAct: true, IsAdministrator: true);
    private readonly ConcurrentDictionary<(long Claim, string Action), int> _confirmed = new();
    private int _number;

    public int Confirmed => _confirmed.Values.Sum();

    /// <summary>How often this was confirmed in this claim.</summary>
    public int Of(long claim, string action) => _confirmed.GetValueOrDefault((claim, action));

    public async Task ConfirmAsync(long claim, Random dice, CancellationToken cancellationToken)
    {
        var desk = services.GetRequiredService<ClaimActionDesk>();
        try
        {
            var offered = await desk.OffersAsync(account, claim, cancellationToken);
            var acts = offered.Actions.Where(offer => offer.Action is not ClaimActionNames.AddEvidence).ToList();
            if (acts.Count == 0) return;
            var chosen = acts[dice.Next(acts.Count)];
            var confirmation = new ClaimConfirmation { Account = account, Claim = claim, Id = $"c{Interlocked.Increment(ref _number)}", Version = offered.Version, Action = chosen.Action, Percentage = chosen.Percentage };
            if (await desk.ConfirmAsync(confirmation, Person, cancellationToken) is not null) return;
            _confirmed.AddOrUpdate((claim, chosen.Action), 1, (_, before) => before + 1);

            // A double click confirms once.
            if (dice.Next(2) == 0) await desk.ConfirmAsync(confirmation, Person, cancellationToken);
        }
        catch (MercadoLibreException)
        {
            // The page couldn't be shown: nothing was confirmed.
        }
    }
}
