using MeliBot.Adapter.Inbound;
using MeliBot.Adapter.Messages;
using MeliBot.Adapter.Outbound.Messages;
using MeliBot.Adapter.Outbound.Senders;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Turns;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace MeliBot.Adapter.Turns.Venues;

/// <summary>In the thread of a sale: a reply is as few messages as its length allows, one after the other, and the bot never speaks first.</summary>
internal sealed class SaleVenue : Venue
{
    public override TurnCause Cause => TurnCause.Message;

    public override bool IsPresale => false;

    /// <summary>All lines that wait, up to something that happened between them: what a buyer writes in several goes is read as one.</summary>
    public override GatheredLines Gather(TurnWork work)
    {
        var first = work.Pending[0];
        if (first.Role != ActivityRole.Incoming) return new(ActivityJson.Read(first.Payload), [first.Id]);

        // Also those that came after the first: the buyer's pause was awaited, and they are here now.
        var lines = work.Snapshot.Activities.Where(entry => entry.Turn == ActivityTurn.Pending).SkipWhile(entry => entry.Id != first.Id)
            .TakeWhile(entry => entry.Role == ActivityRole.Incoming).ToList();
        var activities = lines.ConvertAll(line => ActivityJson.Read(line.Payload));
        var whole = activities[^1];
        if (activities.Count > 1)
        {
            whole.Text = string.Join('\n', activities.Select(line => line.Text).Where(text => !string.IsNullOrWhiteSpace(text)));
            if (whole.ChannelData is JObject data) data["lines"] = new JArray(lines.Select(line => line.Id));
        }

        return new(whole, [.. lines.Select(line => line.Id)]);
    }

    public override AnswerTarget OfPending(ConversationSnapshot snapshot, Activity activity)
    {
        // Our own earlier reply may arrive after a line that it doesn't answer; a person's doesn't.
        var since = snapshot.Activities.SkipWhile(entry => entry.Id != activity.Id).Skip(1).Where(entry => entry.Role == ActivityRole.Outgoing);
        return since.Any(entry => By(entry) != "bot")
            ? new AnswerTarget(null, null, ChannelFailure.NoOpenQuestion, MessageReasons.AnsweredSince)
            : new AnswerTarget(activity, null, null, null);
    }

    public override AnswerTarget Find(ConversationSnapshot snapshot, string? named)
    {
        if (snapshot.Version == 0)
            return new AnswerTarget(null, null, ChannelFailure.UnknownConversation, TurnReasons.UnknownConversation.With(snapshot.Conversation.Id));
        var last = snapshot.Activities.LastOrDefault(entry => entry.Role is ActivityRole.Incoming or ActivityRole.Outgoing);
        if (last is not { Role: ActivityRole.Incoming }) return new AnswerTarget(null, null, ChannelFailure.NoOpenQuestion, MessageReasons.BuyerSilent);
        return snapshot.Effects.Any(slot => slot.Activity == last.Id && slot.State is EffectState.Planned or EffectState.Sending or EffectState.Waiting)
            ? new AnswerTarget(null, null, ChannelFailure.AlreadyBeingAnswered, MessageReasons.OnItsWay)
            : new AnswerTarget(ActivityJson.Read(last.Payload), null, null, null);
    }

    public override bool AnyOpen(ConversationSnapshot snapshot) => Find(snapshot, null).Question is not null;

    public override string EventOrder(DateTimeOffset at, Activity about) => MessageKeys.Order(at, about.Id ?? "", rank: 1);

    public override VenueText Fit(string line, ConversationSnapshot snapshot)
    {
        var text = MessageText.Normalise(line);
        return new(
            [.. MessageSplitter.Split(text.Text, ThreadMeta.Parse(snapshot.Meta).Longest).Select(part => part.Text)],
            text.Lost.Count > 0 ? [MessageReasons.CharactersLost.With(string.Join(' ', text.Lost))] : []);
    }

    public override IReadOnlyList<EffectPlan> Plan(IReadOnlyList<string> texts, Activity answered, TurnScope scope)
    {
        var account = scope.Snapshot.Conversation.Account;
        var pack = MessageKeys.PackOf(scope.Snapshot.Conversation.Id) ?? 0;
        var turn = MessageKeys.TurnOf(scope.Activity.Id);
        return
        [
            .. texts.Select((text, number) => new EffectPlan
            {
                Key = MessageKeys.Slot(account, pack, turn, number),
                Kind = MessagePayload.Kind,
                Payload = new MessagePayload(pack, text).ToJson(),
                Activity = answered.Id,
                Chain = turn,
                Position = number,
                DueAt = scope.Clock,
                // In a sale nothing but the owner keeps two from speaking.
                OwnerChecked = true,
            }),
        ];
    }

    /// <summary><c>bot</c>, <c>agent:{id}</c>, <c>elsewhere</c>; null of what the seller didn't write.</summary>
    internal static string? By(ActivityEntry entry) => (ActivityJson.Read(entry.Payload).ChannelData as JObject)?["by"] is JValue { Value: string by } ? by : null;
}
