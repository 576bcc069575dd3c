using MeliBot.Delivery.Conversations;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;

namespace MeliBot.Adapter.Tests.Transcripts;

public sealed class CommittedTranscriptsTests
{
    [Fact]
    public async Task A_transcript_holds_what_was_really_said_and_no_turn_that_never_counted()
    {
        var tries = 0;
        await using var route = await Route.Route.StartAsync(async (turn, ct) =>
        {
            await turn.SendActivityAsync(tries == 0 ? "Nunca dicho." : "Sí.", cancellationToken: ct);
            if (tries++ == 0)
                throw new InvalidOperationException("roto");
        });
        await route.AskAsync("¿Hay stock?");
        await route.UntilAsync(snapshot => snapshot.Activities.Any(entry => entry.Role == ActivityRole.Outgoing));

        var page = await route.Services.GetRequiredService<ITranscriptStore>().GetTranscriptActivitiesAsync("mercadolibre", route.Conversation.Id);

        page.Items.Select(activity => ((Activity)activity).Text).ShouldBe(["¿Hay stock?", "Sí."]);
        page.ContinuationToken.ShouldBeNull();
    }

    [Fact]
    public async Task Long_transcripts_come_in_pages_and_a_start_date_cuts_them()
    {
        await using var route = await Route.Route.StartAsync((_, _) => Task.CompletedTask);
        for (var i = 0; i < 23; i++)
            await route.AskAsync($"pregunta {i}");
        await route.UntilAsync(snapshot => snapshot.Activities.Count == 23);
        var transcripts = route.Services.GetRequiredService<ITranscriptStore>();

        var first = await transcripts.GetTranscriptActivitiesAsync("mercadolibre", route.Conversation.Id);
        var second = await transcripts.GetTranscriptActivitiesAsync("mercadolibre", route.Conversation.Id, first.ContinuationToken);

        first.Items.Length.ShouldBe(20);
        first.Items.Concat(second.Items).Select(activity => ((Activity)activity).Text).ShouldBe(Enumerable.Range(0, 23).Select(i => $"pregunta {i}"));
        (await transcripts.GetTranscriptActivitiesAsync("mercadolibre", route.Conversation.Id, null, DateTimeOffset.MaxValue)).Items.ShouldBeEmpty();
        (await transcripts.ListTranscriptsAsync("mercadolibre")).Items.ShouldHaveSingleItem().Id.ShouldBe(route.Conversation.Id);
    }

    [Fact]
    public async Task Another_channels_transcripts_are_none_of_ours_and_ours_cannot_be_deleted()
    {
        await using var route = await Route.Route.StartAsync((_, _) => Task.CompletedTask);
        var transcripts = route.Services.GetRequiredService<ITranscriptStore>();

        (await transcripts.GetTranscriptActivitiesAsync("slack", route.Conversation.Id)).Items.ShouldBeEmpty();
        await Should.ThrowAsync<NotSupportedException>(transcripts.DeleteTranscriptAsync("mercadolibre", route.Conversation.Id));
    }
}
