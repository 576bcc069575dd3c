using MeliBot.Adapter.Claims;
using MeliBot.Adapter.Claims.Writing;
using MeliBot.Adapter.Inbound;
using MeliBot.Adapter.Messages;
using MeliBot.Adapter.Outbound.Messages;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Turns;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace MeliBot.Adapter.Turns.Venues;

/// <summary>In a claim: what happened and what was written since are one turn, and a reply goes to the one party to whom the platform lets the account write.</summary>
internal sealed class ClaimVenue : Venue
{
    public override TurnCause Cause => TurnCause.Message;

    public override bool IsPresale => false;

    public override bool IsClaim => true;

    /// <summary>All that waits: the claim is what it is now, however many steps it took there.</summary>
    public override GatheredLines Gather(TurnWork work)
    {
        var first = work.Pending[0];
        if (first.Role != ActivityRole.Incoming) return new(ActivityJson.Read(first.Payload), [first.Id]);
        var entries = work.Snapshot.Activities.Where(entry => entry.Turn == ActivityTurn.Pending).SkipWhile(entry => entry.Id != first.Id)
            .TakeWhile(entry => entry.Role == ActivityRole.Incoming).ToList();
        var activities = entries.ConvertAll(entry => ActivityJson.Read(entry.Payload));
        var written = activities.Where(activity => activity.Type == ActivityTypes.Message).ToList();

        // Words are what somebody answers; without any, the last that happened is what the turn is about.
        var whole = written.Count > 0 ? written[^1] : activities[^1];
        if (written.Count > 1) whole.Text = string.Join('\n', written.Select(line => line.Text).Where(text => !string.IsNullOrWhiteSpace(text)));
        if (whole.ChannelData is JObject data)
        {
            if (activities.Count > 1) data["lines"] = new JArray(entries.Select(entry => entry.Id));
            data["events"] = new JArray(activities.Where(activity => activity.Type == ActivityTypes.Event).Select(activity => activity.Name));
        }

        return new(whole, [.. entries.Select(entry => entry.Id)]);
    }

    public override AnswerTarget OfPending(ConversationSnapshot snapshot, Activity activity)
    {
        if (ClaimMeta.Parse(snapshot.Meta).Closed) return new AnswerTarget(null, null, ChannelFailure.NoOpenQuestion, ClaimReasons.Closed);

        // Our own earlier reply may arrive after what it doesn't answer; a person's doesn't.
        var since = snapshot.Activities.SkipWhile(entry => entry.Id != activity.Id).Skip(1).Where(entry => entry.Role == ActivityRole.Outgoing);
        return since.Any(entry => SaleVenue.By(entry) != "bot")
            ? new AnswerTarget(null, null, ChannelFailure.NoOpenQuestion, ClaimReasons.AnsweredSince)
            : new AnswerTarget(activity, null, null, null);
    }

    /// <summary>What the claim holds last, whoever wrote it: a reminder or a proactive text is about the claim, not about a line.</summary>
    public override AnswerTarget Find(ConversationSnapshot snapshot, string? named)
    {
        if (snapshot.Version == 0) return new AnswerTarget(null, null, ChannelFailure.UnknownConversation, TurnReasons.UnknownConversation.With(snapshot.Conversation.Id));
        if (ClaimMeta.Parse(snapshot.Meta).Closed) return new AnswerTarget(null, null, ChannelFailure.NoOpenQuestion, ClaimReasons.Closed);
        if (snapshot.Activities.LastOrDefault(entry => entry.Role == ActivityRole.Incoming) is not { } last) return new AnswerTarget(null, null, ChannelFailure.NoOpenQuestion, ClaimReasons.NothingNew);
        return snapshot.Effects.Any(slot => slot.Kind == ClaimMessagePayload.Kind && slot.State is EffectState.Planned or EffectState.Sending or EffectState.Waiting)
            ? new AnswerTarget(null, null, ChannelFailure.AlreadyBeingAnswered, ClaimReasons.OnItsWay)
            : new AnswerTarget(ActivityJson.Read(last.Payload), null, null, null);
    }

    public override bool AnyOpen(ConversationSnapshot snapshot) => Find(snapshot, null).Question is not null;

    public override string EventOrder(DateTimeOffset at, Activity about) => MessageKeys.Order(at, about.Id ?? "", rank: 2);

    public override VenueText Fit(string line, ConversationSnapshot snapshot)
    {
        var meta = ClaimMeta.Parse(snapshot.Meta);
        var text = MessageText.Normalise(line);
        return new(
            [.. MessageSplitter.Split(text.Text, ClaimText.Longest).Select(part => part.Text)],
            [
                .. meta.Receiver is null ? [ClaimReasons.NobodyToWrite.With(meta.Stage ?? "")] : (IReadOnlyList<Delivery.Reasons.Reason>)[],
                .. text.Lost.Count > 0 ? [MessageReasons.CharactersLost.With(string.Join(' ', text.Lost))] : (IReadOnlyList<Delivery.Reasons.Reason>)[],
            ]);
    }

    public override IReadOnlyList<EffectPlan> Plan(IReadOnlyList<string> texts, Activity answered, TurnScope scope)
    {
        // Nobody to write to: the text stays a draft that shows what would be said, and sends nothing.
        if (ClaimMeta.Parse(scope.Snapshot.Meta).Receiver is not { } receiver) return [];
        var account = scope.Snapshot.Conversation.Account;
        var claim = ClaimKeys.ClaimOf(scope.Snapshot.Conversation.Id);
        var turn = ClaimKeys.TurnOf(scope.Activity.Id);
        return
        [
            .. texts.Select((text, number) => new EffectPlan
            {
                Key = ClaimKeys.MessageSlot(account, claim, turn, number),
                Kind = ClaimMessagePayload.Kind,
                Payload = new ClaimMessagePayload(claim, receiver, text).ToJson(),
                Activity = answered.Id,
                Chain = ClaimKeys.MessageSlot(account, claim, turn, 0),
                Position = number,
                DueAt = scope.Clock,
                OwnerChecked = true,
            }),
        ];
    }
}
