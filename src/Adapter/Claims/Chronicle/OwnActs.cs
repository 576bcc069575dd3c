using MeliBot.Adapter.Claims.Actions;
using MeliBot.Adapter.Inbound;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Turns;
using Newtonsoft.Json.Linq;

namespace MeliBot.Adapter.Claims.Chronicle;

/// <summary>What was decided, proposed and done here, out of the conversation's own rows.</summary>
internal static class OwnActs
{
    public static IEnumerable<OwnAct> Of(ConversationSnapshot stored, IReadOnlyList<TurnRecord> decided)
    {
        foreach (var turn in decided) yield return new(turn.Id, "decision", turn.At, "bot", turn.Decision);
        foreach (var entry in stored.Activities.Where(entry => entry.Role == ActivityRole.Event))
        {
            var activity = ActivityJson.Read(entry.Payload);
            switch (activity.Name)
            {
                case ClaimEventNames.Proposal when ClaimProposal.Of(activity) is { } proposal:
                    yield return new(entry.Id, "proposal", entry.At, "bot", proposal.Action);
                    break;
                case ClaimEventNames.ProposalDismissed when activity.Value is JObject dismissed:
                    yield return new(entry.Id, "dismissal", entry.At, dismissed.Value<string>("by"), dismissed.Value<string>("action"));
                    break;
                case ClaimEventNames.DueSoon:
                    yield return new(entry.Id, "escalation", entry.At, null, StoredActivity.Read(entry.Payload).Says);
                    break;
                case ClaimEventNames.Overdue when (activity.ChannelData as JObject)?.Value<string>("duty") is { } duty:
                    yield return new(entry.Id, "overdue", entry.At, null, duty);
                    break;
            }
        }

        foreach (var slot in stored.Effects.Where(slot => slot.Kind == ClaimActionPayload.Kind && slot.State is EffectState.Sent or EffectState.Refused or EffectState.Parked && ClaimActionPayload.Parse(slot.Payload) is not null))
            yield return new(slot.Key, "act", slot.UpdatedAt, slot.Author, ClaimActionPayload.Parse(slot.Payload)!.Action, slot.State.ToString().ToLowerInvariant());
    }
}
