using System.Globalization;
using MeliBot.Adapter.Inbound;
using MeliBot.Adapter.Turns;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Reading;
using MeliBot.Delivery.Turns;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace MeliBot.Adapter.Transcripts;

/// <summary>
/// What was really said: the committed activities of a conversation, oldest first. Unlike a transcript that middleware writes, it holds no
/// turn that never counted. It can't be written to; logging into it does nothing, because a turn's commit has written already.
/// </summary>
public sealed class CommittedTranscripts(ITurnStore turns, IDeliveryReader reader) : ITranscriptStore
{
    private const int PageSize = 20;

    public Task LogActivityAsync(IActivity activity) => Task.CompletedTask;

    public async Task<PagedResult<IActivity>> GetTranscriptActivitiesAsync(string channelId, string conversationId, string? continuationToken = null, DateTimeOffset startDate = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(channelId);
        ArgumentException.ThrowIfNullOrEmpty(conversationId);
        if (channelId != MercadoLibreChannel.Id || !QuestionKeys.TryParseConversation(conversationId, out var account, out var kind))
            return new PagedResult<IActivity> { Items = [] };

        // Inside a turn, what that turn sees.
        var snapshot = TurnScope.Current is { } scope && scope.Snapshot.Conversation.Id == conversationId
            ? scope.Snapshot
            : await turns.LoadAsync(new ConversationRef(conversationId, account, kind), CancellationToken.None).ConfigureAwait(false);
        var rest = snapshot.Activities.Where(entry => entry.At >= startDate);
        if (continuationToken is not null)
            rest = rest.SkipWhile(entry => !string.Equals(entry.Id, continuationToken, StringComparison.Ordinal)).Skip(1);
        var page = rest.Take(PageSize + 1).ToList();
        return new PagedResult<IActivity>
        {
            Items = [.. page.Take(PageSize).Select(IActivity (entry) => ActivityJson.Read(entry.Payload))],
            ContinuationToken = page.Count > PageSize ? page[PageSize - 1].Id : null,
        };
    }

    /// <summary>All conversations, in an order of the store's own; <see cref="TranscriptInfo.Created"/> is when each changed last.</summary>
    public async Task<PagedResult<TranscriptInfo>> ListTranscriptsAsync(string channelId, string? continuationToken = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(channelId);
        if (channelId != MercadoLibreChannel.Id)
            return new PagedResult<TranscriptInfo> { Items = [] };

        var after = continuationToken?.Split('/', 2) is [var of, var id] && long.TryParse(of, NumberStyles.None, CultureInfo.InvariantCulture, out var account) ? new ConversationRef(id, account, "") : null;
        var page = await reader.ConversationsAsync(after, PageSize, CancellationToken.None).ConfigureAwait(false);
        return new PagedResult<TranscriptInfo>
        {
            Items = [.. page.Select(found => new TranscriptInfo { ChannelId = channelId, Id = found.Conversation.Id, Created = found.UpdatedAt })],
            ContinuationToken = page.Count == PageSize ? string.Create(CultureInfo.InvariantCulture, $"{page[^1].Conversation.Account}/{page[^1].Conversation.Id}") : null,
        };
    }

    /// <summary>Always fails: what was said to a buyer is kept as long as the retention settings say.</summary>
    public Task DeleteTranscriptAsync(string channelId, string conversationId) => Task.FromException(new NotSupportedException(
        "A transcript here is the record of what was said to a buyer, not a copy of it. Its retention is a matter of settings; it can't be deleted by a bot."));
}
