using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace Microsoft.Bot.Builder;

/// <summary>One file of JSON for each conversation: <c>{folder}/{channel}/{conversation}.transcript</c>.</summary>
public class FileTranscriptLogger : ITranscriptStore
{
    private const string Extension = ".transcript";

    private static readonly JsonSerializerSettings Settings = new()
    {
        NullValueHandling = NullValueHandling.Ignore,
        Formatting = Formatting.Indented,
        DateParseHandling = DateParseHandling.None,
        MaxDepth = null,
    };

    private readonly string _folder;
    private readonly bool _unitTestMode;
    private readonly HashSet<string> _started = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _lock = new(1, 1);

    /// <param name="folder">The current directory's "transcripts" if null.</param>
    /// <param name="unitTestMode">A conversation's old file is deleted when this instance first logs to it.</param>
    public FileTranscriptLogger(string folder = null, bool unitTestMode = true)
    {
        _folder = Path.GetFullPath(folder ?? "transcripts");
        _unitTestMode = unitTestMode;
    }

    public Task LogActivityAsync(IActivity activity)
    {
        BotAssert.ActivityNotNull(activity);
        return ExclusivelyAsync(async () =>
        {
            var path = PathOf(activity.ChannelId, activity.Conversation.Id);
            if (_unitTestMode && _started.Add(path) && File.Exists(path))
                File.Delete(path);

            switch (activity.Type)
            {
                case ActivityTypes.MessageUpdate:
                    await ReplaceAsync(path, activity, ActivityTypes.Message).ConfigureAwait(false);
                    break;
                case ActivityTypes.MessageDelete:
                    await ReplaceAsync(path, activity, ActivityTypes.MessageDelete).ConfigureAwait(false);
                    break;
                default:
                    await AppendAsync(path, activity).ConfigureAwait(false);
                    break;
            }
        });
    }

    public async Task<PagedResult<IActivity>> GetTranscriptActivitiesAsync(string channelId, string conversationId, string continuationToken = null, DateTimeOffset startDate = default)
    {
        PagedResult<IActivity> page = null;
        await ExclusivelyAsync(async () =>
        {
            var transcript = await ReadAsync(PathOf(channelId, conversationId)).ConfigureAwait(false);
            page = transcript.Where(activity => (activity.Timestamp ?? default) >= startDate).PageAfter<IActivity>(continuationToken, activity => activity.Id);
        }).ConfigureAwait(false);
        return page;
    }

    public Task<PagedResult<TranscriptInfo>> ListTranscriptsAsync(string channelId, string continuationToken = null)
    {
        var folder = new DirectoryInfo(FolderOf(channelId));
        var files = folder.Exists ? folder.GetFiles($"*{Extension}") : [];
        return Task.FromResult(files
            .Select(file => new TranscriptInfo { ChannelId = channelId, Id = Uri.UnescapeDataString(Path.GetFileNameWithoutExtension(file.Name)), Created = file.CreationTimeUtc })
            .OrderBy(info => info.Created)
            .ThenBy(info => info.Id, StringComparer.Ordinal)
            .PageAfter(continuationToken, info => info.Id));
    }

    public Task DeleteTranscriptAsync(string channelId, string conversationId) => ExclusivelyAsync(() =>
    {
        var path = PathOf(channelId, conversationId);
        if (File.Exists(path))
            File.Delete(path);

        return Task.CompletedTask;
    });

    // Escaped, because ids hold ':' and '/', which name other files on some systems.
    private static string Escape(string part)
    {
        ArgumentException.ThrowIfNullOrEmpty(part);
        return Uri.EscapeDataString(part).Replace(".", "%2E", StringComparison.Ordinal);
    }

    private static async Task AppendAsync(string path, IActivity activity)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path));
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        await using (file.ConfigureAwait(false))
        {
            var separator = file.Length == 0 ? "[" : ",";
            if (file.Length > 0)
                file.Seek(-1, SeekOrigin.End);

            var writer = new StreamWriter(file);
            await using (writer.ConfigureAwait(false))
                await writer.WriteAsync($"{separator}\n{JsonConvert.SerializeObject(activity, Settings)}]").ConfigureAwait(false);
        }
    }

    private static async Task<List<Activity>> ReadAsync(string path) => File.Exists(path)
        ? JsonConvert.DeserializeObject<List<Activity>>(await File.ReadAllTextAsync(path).ConfigureAwait(false), Settings)
        : [];

    private static async Task ReplaceAsync(string path, IActivity activity, string type)
    {
        var transcript = await ReadAsync(path).ConfigureAwait(false);
        var index = transcript.FindIndex(logged => logged.Id == activity.Id);
        if (index < 0)
            return;

        var replacement = JsonConvert.DeserializeObject<Activity>(JsonConvert.SerializeObject(activity, Settings), Settings);
        replacement.Type = type;
        replacement.Timestamp = transcript[index].Timestamp;
        replacement.LocalTimestamp = transcript[index].LocalTimestamp;
        transcript[index] = replacement;
        await File.WriteAllTextAsync(path, JsonConvert.SerializeObject(transcript, Settings)).ConfigureAwait(false);
    }

    private string FolderOf(string channelId) => Path.Combine(_folder, Escape(channelId));

    private string PathOf(string channelId, string conversationId) => Path.Combine(FolderOf(channelId), Escape(conversationId) + Extension);

    private async Task ExclusivelyAsync(Func<Task> action)
    {
        await _lock.WaitAsync().ConfigureAwait(false);
        try
        {
            await action().ConfigureAwait(false);
        }
        finally
        {
            _lock.Release();
        }
    }
}
