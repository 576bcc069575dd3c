using System.Globalization;
using MeliBot.Adapter.Inbound;
using MeliBot.Adapter.Turns.Venues;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Turns;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace MeliBot.Adapter.Turns;

internal sealed class Handoffs(Func<ITurnRunner> runner, TimeProvider time) : IHandoffs
{
    public Task AcceptAsync(string conversationId, string agent, string? message = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(agent);
        return TellAsync(conversationId, "accepted", message, new Owner(OwnerKind.Agent, agent), null, cancellationToken);
    }

    public Task<bool> TryAcceptAsync(string conversationId, string agent, Owner expected, string? message = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(agent);
        ArgumentNullException.ThrowIfNull(expected);
        return TellAsync(conversationId, "accepted", message, new Owner(OwnerKind.Agent, agent), expected, cancellationToken);
    }

    public Task CompleteAsync(string conversationId, string? message = null, CancellationToken cancellationToken = default) =>
        TellAsync(conversationId, "completed", message, Owner.Bot, null, cancellationToken);

    public Task FailAsync(string conversationId, string? message = null, CancellationToken cancellationToken = default) =>
        TellAsync(conversationId, "failed", message, Owner.Bot, null, cancellationToken);

    private async Task<bool> TellAsync(string conversationId, string state, string? message, Owner owner, Owner? expected, CancellationToken cancellationToken)
    {
        if (!QuestionKeys.TryParseConversation(conversationId, out var account, out var kind))
            throw new MercadoLibreChannelException(ChannelFailure.NotThisChannel, $"\"{conversationId}\" is no conversation of this channel.");
        var changes = false;
        await runner().RunAsync(
            new ConversationRef(conversationId, account, kind),
            (snapshot, _) =>
            {
                changes = expected is null || snapshot.Owner == expected;
                return Task.FromResult(changes ? Commit(snapshot, state, message, owner) : null);
            },
            cancellationToken).ConfigureAwait(false);
        return changes;
    }

    private TurnCommit Commit(ConversationSnapshot snapshot, string state, string? message, Owner owner)
    {
        var last = snapshot.Activities.LastOrDefault(entry => entry.Role == ActivityRole.Incoming)
            ?? throw new MercadoLibreChannelException(ChannelFailure.UnknownConversation, $"No conversation \"{snapshot.Conversation.Id}\" is known.");
        var now = time.GetUtcNow();
        var question = ActivityJson.Read(last.Payload);
        var status = (Activity)EventFactory.CreateHandoffStatus(question.Conversation, state, message);
        status.Id = string.Create(CultureInfo.InvariantCulture, $"{snapshot.Conversation.Account}:handoff-{state}:{snapshot.Conversation.Id}:{snapshot.Version}");
        status.Timestamp = now;
        status.ChannelId = MercadoLibreChannel.Id;
        status.ServiceUrl = question.ServiceUrl;
        status.Locale = question.Locale;
        status.From = question.From;
        status.Recipient = question.Recipient;
        status.RelatesTo = question.GetConversationReference();
        return new TurnCommit
        {
            Conversation = snapshot.Conversation,
            ExpectedVersion = snapshot.Version,
            Handled = [],
            Owner = owner,
            Activities =
            [
                new ActivityEntry
                {
                    Id = status.Id,
                    Conversation = snapshot.Conversation.Id,
                    Account = snapshot.Conversation.Account,
                    Role = ActivityRole.Event,
                    OrderKey = Venue.Of(snapshot.Conversation).EventOrder(now, question),
                    Payload = ActivityJson.Write(status),
                    At = now,
                    Turn = ActivityTurn.Pending,
                    DueAt = now,
                },
            ],
        };
    }
}
