using MeliBot.Dialogs.Facts;
using MeliBot.Dialogs.Playbooks;
using MeliBot.Dialogs.Running;
using MeliBot.Dialogs.Templates;
using MeliBot.Dialogs.Understanding;

namespace MeliBot.Dialogs.Claims;

/// <summary>Which dialog a turn of a claim would begin, without running any.</summary>
public static class ClaimExplanation
{
    /// <param name="playbook">Whose dialogs are weighed.</param>
    /// <param name="claim">What is known of the claim.</param>
    /// <param name="sale">What is known of its sale; null for nothing.</param>
    /// <param name="events">What the turn is about, of <see cref="ClaimEvents"/>.</param>
    /// <param name="intents">What was recognised in a message.</param>
    /// <param name="now">The turn's time.</param>
    /// <param name="zone">The account's.</param>
    public static async Task<ClaimRoute> ExplainAsync(Playbook playbook, ClaimFacts claim, SaleFacts? sale, IReadOnlyList<string> events, IReadOnlyList<string> intents, DateTimeOffset now, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(playbook);
        var compiled = CompiledPlaybook.Of(playbook);
        AskedIntent[] asked = [.. intents.Select(name => new AskedIntent(name, 1, new TextSpan(0, 0), [], false))];
        var facts = new TurnFacts(NoFacts.Instance, null, null, null, UnderstoodQuestion.Nothing("") with { Intents = asked }, "", now) { Claim = claim, Sale = sale, Zone = zone };
        if (asked.Length > 0) facts.About(asked[0]);
        return await compiled.Claims.RouteAsync(
            ClaimSituation.Of(claim, events, intents, now),
            dialog => ValueTask.FromResult(compiled.Dialogs[dialog.Name].When is not { } when || new Reading(facts).Test(when) == Truth.True)).ConfigureAwait(false);
    }

    /// <summary>Conditions that read a listing find nothing here.</summary>
    private sealed class NoFacts : IFactSource
    {
        public static readonly NoFacts Instance = new();

        public Task<ItemFacts?> ItemAsync(FactRequest request, CancellationToken cancellationToken) => Task.FromResult<ItemFacts?>(null);

        public Task<Fact<string>?> DescriptionAsync(FactRequest request, CancellationToken cancellationToken) => Task.FromResult<Fact<string>?>(null);

        public Task<Fact<DeliveryOffer>?> DeliveryAsync(FactRequest request, string postcode, CancellationToken cancellationToken) => Task.FromResult<Fact<DeliveryOffer>?>(null);

        public Task<Fact<string>?> NotesAsync(FactRequest request, CancellationToken cancellationToken) => Task.FromResult<Fact<string>?>(null);

        public Task<AccountFacts?> AccountAsync(long account, CancellationToken cancellationToken) => Task.FromResult<AccountFacts?>(null);
    }
}
