using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace MeliBot.BotFramework.Tests.Builder;

public sealed class TranscriptTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("transcripts").FullName;
    private readonly Recorder _adapter = new();
    private readonly Log _log = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task TurnAsync(Activity incoming, BotCallbackHandler bot)
    {
        _adapter.Use(new TranscriptLoggerMiddleware(_log));
        return _adapter.RunAsync(incoming, bot);
    }

    private static Activity Said(int i, string conversation = "c") => new(ActivityTypes.Message)
    {
        Id = $"{i}",
        ChannelId = "shop",
        Conversation = new ConversationAccount(id: conversation),
        Timestamp = DateTimeOffset.UnixEpoch.AddMinutes(i),
        Text = $"text {i}",
    };

    [Fact]
    public async Task A_turn_logs_what_came_in_was_sent_changed_and_deleted()
    {
        await TurnAsync(Recorder.Incoming(), async (turn, cancellation) =>
        {
            var reply = MessageFactory.Text("a");
            await turn.SendActivityAsync(reply, cancellation);
            reply.Text = "b";
            await turn.UpdateActivityAsync(reply, cancellation);
            await turn.DeleteActivityAsync(reply.Id, cancellation);
            reply.Text = "changed after";
        });

        _log.Activities.Select(activity => $"{activity.Type} {activity.Id} {((Activity)activity).Text}".TrimEnd())
            .ShouldBe(["message in hola", "message sent-0 a", "messageUpdate sent-0 b", "messageDelete sent-0"]);
        _log.Activities[0].From.Role.ShouldBe(RoleTypes.User);
        _log.Activities[1].From.Id.ShouldBe("bot");
    }

    [Fact]
    public async Task A_continuation_is_nobodys_words()
    {
        await TurnAsync(Recorder.Incoming().GetConversationReference().GetContinuationActivity(), (turn, cancellation) => turn.SendActivityAsync("proactive", cancellationToken: cancellation));

        _log.Activities.ShouldHaveSingleItem().AsMessageActivity().Text.ShouldBe("proactive");
    }

    [Fact]
    public async Task A_turn_that_throws_leaves_no_log()
    {
        await Should.ThrowAsync<FormatException>(() => TurnAsync(Recorder.Incoming(), (_, _) => throw new FormatException()));

        _log.Activities.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_activity_without_an_id_gets_one()
    {
        var incoming = Recorder.Incoming();
        incoming.Id = null;

        await TurnAsync(incoming, (_, _) => Task.CompletedTask);

        _log.Activities.ShouldHaveSingleItem().Id.ShouldStartWith("g_");
    }

    [Fact]
    public void The_log_is_not_waited_for()
    {
        _log.Gate = new TaskCompletionSource();

        TurnAsync(Recorder.Incoming(), (_, _) => Task.CompletedTask).IsCompletedSuccessfully.ShouldBeTrue();

        _log.Gate.SetResult();
    }

    [Fact]
    public async Task A_store_gives_pages_of_twenty_in_order_of_time()
    {
        var store = new MemoryTranscriptStore();
        foreach (var i in Enumerable.Range(0, 25).Reverse())
            await store.LogActivityAsync(Said(i));

        var first = await store.GetTranscriptActivitiesAsync("shop", "c");
        var second = await store.GetTranscriptActivitiesAsync("shop", "c", first.ContinuationToken);

        first.Items.Select(activity => activity.Id).ShouldBe(Enumerable.Range(0, 20).Select(i => $"{i}"));
        second.Items.Length.ShouldBe(5);
        second.ContinuationToken.ShouldBeNull();
    }

    [Fact]
    public async Task A_store_keeps_repeats_starts_where_asked_and_forgets_when_told()
    {
        var store = new MemoryTranscriptStore();
        await store.LogActivityAsync(Said(1));
        await store.LogActivityAsync(Said(1));
        await store.LogActivityAsync(Said(2));
        await store.LogActivityAsync(Said(0, "other"));

        (await store.GetTranscriptActivitiesAsync("shop", "c")).Items.Length.ShouldBe(3);
        (await store.GetTranscriptActivitiesAsync("shop", "c", startDate: DateTimeOffset.UnixEpoch.AddMinutes(2))).Items.ShouldHaveSingleItem().Id.ShouldBe("2");
        (await store.ListTranscriptsAsync("shop")).Items.Select(info => info.Id).ShouldBe(["other", "c"], ignoreOrder: true);
        (await store.GetTranscriptActivitiesAsync("shop", "unknown")).Items.ShouldBeEmpty();
        (await store.ListTranscriptsAsync("unknown")).Items.ShouldBeEmpty();

        await store.DeleteTranscriptAsync("shop", "c");
        (await store.GetTranscriptActivitiesAsync("shop", "c")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Files_keep_a_conversation_whatever_its_id()
    {
        const string conversation = "questions:900:ITEM1:77/../..";
        var files = new FileTranscriptLogger(_folder, unitTestMode: false);
        await files.LogActivityAsync(Said(1, conversation));
        await files.LogActivityAsync(Said(2, conversation));

        var read = await new FileTranscriptLogger(_folder, unitTestMode: false).GetTranscriptActivitiesAsync("shop", conversation);

        read.Items.Select(activity => activity.AsMessageActivity().Text).ShouldBe(["text 1", "text 2"]);
        await files.DeleteTranscriptAsync("shop", conversation);
        (await files.ListTranscriptsAsync("shop")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Files_begin_anew_in_tests_and_hold_what_was_changed()
    {
        await new FileTranscriptLogger(_folder).LogActivityAsync(Said(1));
        var files = new FileTranscriptLogger(_folder);
        await files.LogActivityAsync(Said(2));
        var update = Said(2);
        update.Type = ActivityTypes.MessageUpdate;
        update.Text = "changed";
        await files.LogActivityAsync(update);

        var read = await files.GetTranscriptActivitiesAsync("shop", "c");

        read.Items.ShouldHaveSingleItem().AsMessageActivity().Text.ShouldBe("changed");
    }

    private sealed class Log : ITranscriptLogger
    {
        public List<IActivity> Activities { get; } = [];

        public TaskCompletionSource? Gate { get; set; }

        public async Task LogActivityAsync(IActivity activity)
        {
            if (Gate is not null)
                await Gate.Task;
            Activities.Add(activity);
        }
    }
}
