using System.Globalization;
using MeliBot.Adapter.Inbound;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Reasons;
using MeliBot.Delivery.Turns;
using Newtonsoft.Json.Linq;

namespace MeliBot.Adapter.Claims.Actions;

/// <summary>Where a person decides against what a bot proposed. Nothing of it reaches Mercado Libre; the bot may propose the same anew.</summary>
public sealed class ClaimProposalDesk(ClaimStore claims, ClaimActivities activities, ITurnRunner turns, TimeProvider time)
{
    /// <param name="account">The seller.</param>
    /// <param name="id">The claim.</param>
    /// <param name="proposal">Id of the proposal in the conversation.</param>
    /// <param name="person">Who decides.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Null when it is dismissed, by whomever; otherwise why it isn't.</returns>
    public async Task<Reason?> DismissAsync(long account, long id, string proposal, ClaimPerson person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (!person.MayAct) return ClaimReasons.NotAllowed;
        if (await claims.FindAsync(account, id, cancellationToken).ConfigureAwait(false) is not { } claim) return ClaimReasons.NotThere.With(id.ToString(CultureInfo.InvariantCulture));
        Reason? refused = null;
        await turns.RunAsync(
            new ConversationRef(ClaimKeys.Conversation(account, id), account, MercadoLibreChannel.Claims),
            (snapshot, _) =>
            {
                var proposed = snapshot.Activities.Where(entry => entry.Id == proposal).Select(entry => ClaimProposal.Of(ActivityJson.Read(entry.Payload))).FirstOrDefault();
                refused = proposed is null ? ClaimReasons.ProposalGone.With() : null;
                if (proposed is null) return Task.FromResult<TurnCommit?>(null);
                var entry = Entry(claim, proposal, proposed.Action, person);

                // Two may decide at once: the first word stands.
                return Task.FromResult(snapshot.Activities.Any(known => known.Id == entry.Id)
                    ? null
                    : new TurnCommit { Conversation = snapshot.Conversation, ExpectedVersion = snapshot.Version, Handled = [], Activities = [entry] });
            },
            cancellationToken).ConfigureAwait(false);
        return refused;
    }

    private ActivityEntry Entry(StoredClaim claim, string proposal, string action, ClaimPerson person)
    {
        var now = time.GetUtcNow();
        return activities.Event(
            new ClaimHappening(ClaimEventNames.ProposalDismissed, "dismissed/" + proposal, now, action, Wants: false),
            claim, ActivityTurn.None, now, new JObject { ["proposal"] = proposal, ["action"] = action, ["by"] = "agent:" + person.Id });
    }
}
