using System.Diagnostics;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Activity = Microsoft.Bot.Schema.Activity;

namespace Microsoft.Bot.Builder;

/// <summary>Logs what comes in and what is sent, changed and deleted. The log is written after the turn and isn't waited for; a turn that throws leaves none.</summary>
public class TranscriptLoggerMiddleware : IMiddleware
{
    private static readonly JsonSerializerSettings Settings = new()
    {
        NullValueHandling = NullValueHandling.Ignore,
        DateParseHandling = DateParseHandling.None,
        MaxDepth = null,
    };

    private readonly ITranscriptLogger _logger;

    public TranscriptLoggerMiddleware(ITranscriptLogger transcriptLogger)
    {
        ArgumentNullException.ThrowIfNull(transcriptLogger);
        _logger = transcriptLogger;
    }

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate nextTurn, CancellationToken cancellationToken)
    {
        var transcript = new Queue<Activity>();
        if (turnContext.Activity is { } incoming)
            LogIncoming(transcript, incoming);

        turnContext.OnSendActivities(async (_, activities, nextSend) =>
        {
            var responses = await nextSend().ConfigureAwait(false);
            foreach (var activity in activities)
                transcript.Enqueue(Copy(activity));

            return responses;
        });
        turnContext.OnUpdateActivity(async (_, activity, nextUpdate) =>
        {
            var response = await nextUpdate().ConfigureAwait(false);
            var update = Copy(activity);
            update.Type = ActivityTypes.MessageUpdate;
            transcript.Enqueue(update);
            return response;
        });
        turnContext.OnDeleteActivity(async (_, reference, nextDelete) =>
        {
            await nextDelete().ConfigureAwait(false);
            var deletion = new Activity(ActivityTypes.MessageDelete, reference.ActivityId);
            transcript.Enqueue(Copy(deletion.ApplyConversationReference(reference)));
        });

        await nextTurn(cancellationToken).ConfigureAwait(false);
        _ = FlushAsync(transcript);
    }

    private static void LogIncoming(Queue<Activity> transcript, Activity incoming)
    {
        incoming.From ??= new ChannelAccount();
        if (string.IsNullOrEmpty(incoming.From.Role))
            incoming.From.Role = RoleTypes.User;

        // Nobody said it: it only starts a proactive turn.
        if (incoming.Type != ActivityTypes.Event || incoming.Name != ActivityEventNames.ContinueConversation)
            transcript.Enqueue(Copy(incoming));
    }

    // The bot may go on changing the instance; the log keeps what it was.
    private static Activity Copy(Activity activity)
    {
        var copy = JsonConvert.DeserializeObject<Activity>(JsonConvert.SerializeObject(activity, Settings), Settings);
        if (string.IsNullOrEmpty(copy.Id))
            copy.Id = $"g_{Guid.NewGuid()}";
        copy.Timestamp ??= DateTimeOffset.UtcNow;
        return copy;
    }

    private async Task FlushAsync(Queue<Activity> transcript)
    {
        while (transcript.TryDequeue(out var activity))
        {
            try
            {
                await _logger.LogActivityAsync(activity).ConfigureAwait(false);
            }
            catch (Exception e)
            {
                Trace.TraceError($"Transcript logActivity failed with {e}");
            }
        }
    }
}
