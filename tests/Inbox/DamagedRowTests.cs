using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Signals;
using MeliBot.Inbox.Index;
using MeliBot.Inbox.Tests.Desk;

namespace MeliBot.Inbox.Tests;

public sealed class DamagedRowTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_conversation_that_cannot_be_read_keeps_no_other_from_the_list()
    {
        await using var route = await AgentRoute.StartAsync(null);
        var account = route.Conversation.Account;
        var damaged = new ConversationRef($"questions:{account}:MLA1:1", account, "questions");
        await route.Get<ISignalStore>().IngestAsync(
            null,
            new Ingest([new ConversationIngest(damaged, null, [new ActivityEntry { Id = $"{account}:question:1", Conversation = damaged.Id, Account = account, Role = ActivityRole.Incoming, OrderKey = "1", Payload = "torn", At = DateTimeOffset.UnixEpoch, Turn = ActivityTurn.Done }], [])]),
            Cancel);

        await route.Route.AskAsync("¿Hay stock?");

        // The index follows the store; nothing is committed there when it has caught up.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        IReadOnlyList<string> listed = [];
        while (listed.Count == 0)
        {
            listed = [.. (await route.Get<IInboxIndex>().FindAsync(new InboxQuery(), 0, 10, patience.Token)).Entries.Select(entry => entry.Conversation)];
            patience.Token.ThrowIfCancellationRequested();
        }

        listed.ShouldBe([route.Conversation.Id]);
    }
}
