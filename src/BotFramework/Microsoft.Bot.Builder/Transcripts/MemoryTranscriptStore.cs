using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Keeps everything that is logged, repeats too; pages of 20.</summary>
public class MemoryTranscriptStore : ITranscriptStore
{
    private readonly Dictionary<(string Channel, string Conversation), List<IActivity>> _transcripts = [];
    private readonly Lock _lock = new();

    public Task LogActivityAsync(IActivity activity)
    {
        BotAssert.ActivityNotNull(activity);
        lock (_lock)
        {
            var key = (activity.ChannelId, activity.Conversation?.Id);
            if (!_transcripts.TryGetValue(key, out var transcript))
                _transcripts[key] = transcript = [];

            transcript.Add(activity);
        }

        return Task.CompletedTask;
    }

    public Task<PagedResult<IActivity>> GetTranscriptActivitiesAsync(string channelId, string conversationId, string continuationToken = null, DateTimeOffset startDate = default)
    {
        ArgumentNullException.ThrowIfNull(channelId);
        ArgumentNullException.ThrowIfNull(conversationId);
        lock (_lock)
        {
            var transcript = _transcripts.GetValueOrDefault((channelId, conversationId)) ?? [];
            return Task.FromResult(transcript
                .OrderBy(activity => activity.Timestamp)
                .Where(activity => (activity.Timestamp ?? default) >= startDate)
                .PageAfter(continuationToken, activity => activity.Id));
        }
    }

    public Task<PagedResult<TranscriptInfo>> ListTranscriptsAsync(string channelId, string continuationToken = null)
    {
        ArgumentNullException.ThrowIfNull(channelId);
        lock (_lock)
        {
            return Task.FromResult(_transcripts
                .Where(entry => entry.Key.Channel == channelId)
                .Select(entry => new TranscriptInfo { ChannelId = channelId, Id = entry.Key.Conversation, Created = entry.Value[0].Timestamp ?? default })
                .OrderBy(info => info.Created)
                .PageAfter(continuationToken, info => info.Id));
        }
    }

    public Task DeleteTranscriptAsync(string channelId, string conversationId)
    {
        ArgumentNullException.ThrowIfNull(channelId);
        ArgumentNullException.ThrowIfNull(conversationId);
        lock (_lock)
            _transcripts.Remove((channelId, conversationId));

        return Task.CompletedTask;
    }
}
