using System.Text.Json;
using MeliBot.Adapter.Accounts;
using MeliBot.Adapter.Inbound;
using MeliBot.Adapter.Orders;
using MeliBot.Adapter.Turns;
using MeliBot.Bot.Endpoints;
using MeliBot.Bot.Facts;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Parking;
using MeliBot.Delivery.Reading;
using MeliBot.Delivery.Sending;
using MeliBot.Delivery.Turns;
using MeliBot.Dialogs.Playbooks;
using MeliBot.MercadoLibre;
using Microsoft.AspNetCore.WebUtilities;
using Newtonsoft.Json.Linq;

namespace MeliBot.Bot.Local;

/// <summary>Control within the process that has the database.</summary>
internal sealed class DirectControl(AccountLinker linker, LinkCallbacks callbacks, IParkingStore parking, IDeliveryReader reader, ITurnStore turns, IMercadoLibreClient client, ItemNotes notes, PlaybookSource playbooks, OrderStore orders, ClaimStories claims, SendSwitch sends, TimeProvider time) : IBotControl
{
    public async Task<LinkStarted> BeginLinkAsync(string site, CancellationToken cancellationToken)
    {
        var request = await linker.BeginAsync(site, cancellationToken);
        return new LinkStarted(request.Url, QueryHelpers.ParseQuery(request.Url.Query)["state"].ToString(), request.ExpiresAt);
    }

    public async Task<LinkResult> CompleteLinkAsync(string pasted, CancellationToken cancellationToken) =>
        LinkCallbacks.View(await linker.CompleteAsync(pasted, cancellationToken));

    public Task<LinkResult?> AwaitLinkAsync(string state, CancellationToken cancellationToken) => callbacks.AwaitAsync(state, cancellationToken);

    public async Task<IReadOnlyList<AccountView>> AccountsAsync(CancellationToken cancellationToken) =>
        [.. (await linker.ListAsync(cancellationToken)).Select(LinkCallbacks.View)];

    public async Task<UnlinkResult> UnlinkAsync(long account, CancellationToken cancellationToken)
    {
        var outcome = await linker.UnlinkAsync(account, cancellationToken);
        return new UnlinkResult(outcome.Found, outcome.Revoked, outcome.Advice);
    }

    public async Task<IReadOnlyList<ParkedView>> ParkedAsync(CancellationToken cancellationToken) =>
        [.. (await parking.ListAsync(null, 1000, cancellationToken)).Select(p => new ParkedView(p.Id, p.Kind, p.Account, p.Conversation, p.Key, p.Reason.Text, p.Detail, p.Attempts, p.At))];

    public Task<bool> ReplayAsync(long id, CancellationToken cancellationToken) => parking.ReplayAsync(id, time.GetUtcNow(), cancellationToken);

    public async Task<SendsView> SendsAsync(CancellationToken cancellationToken) => await ViewAsync(await sends.ReadAsync(cancellationToken), cancellationToken);

    public async Task<SendsView> StopSendsAsync(string by, string why, CancellationToken cancellationToken) => await ViewAsync(await sends.StopAsync(by, why, cancellationToken), cancellationToken);

    public async Task<SendsView> ResumeSendsAsync(string by, string? why, CancellationToken cancellationToken) => await ViewAsync(await sends.ResumeAsync(by, why, cancellationToken), cancellationToken);

    public Task<PlaybookView> PlaybookAsync(CancellationToken cancellationToken)
    {
        if (playbooks.Status is null) playbooks.Begin(cancellationToken);
        var status = playbooks.Status!;
        return Task.FromResult(new PlaybookView(status.Folder, status.LiveVersion, status.ReadAt, status.IsBroken, status.IsLearning, [.. status.Diagnostics.Select(problem => problem.ToString())]));
    }

    public async Task<ConversationView?> ConversationAsync(string id, CancellationToken cancellationToken)
    {
        if (await reader.FindConversationAsync(id, cancellationToken) is not { } conversation) return null;
        var snapshot = await turns.LoadAsync(conversation, cancellationToken);
        var records = await turns.RecordsAsync(conversation, cancellationToken);
        return new ConversationView(
            id,
            conversation.Account,
            Name(snapshot.Owner),
            [.. snapshot.Activities.Select(a => new ActivityView(a.Id, a.Role.ToString().ToLowerInvariant(), a.At, Text(a)))],
            [.. records.Select(View)],
            [.. snapshot.Effects.Select(e => new EffectView(e.Key, e.State.ToString().ToLowerInvariant(), e.Author, e.Attempt, e.Reason?.Text, e.UpdatedAt))]);
    }

    public async Task<IReadOnlyList<ConversationRow>> ConversationsAsync(int max, CancellationToken cancellationToken)
    {
        var rows = new List<ConversationRow>();
        foreach (var summary in await reader.RecentAsync(null, max, cancellationToken))
        {
            var last = (await turns.RecordsAsync(summary.Conversation, cancellationToken)).MaxBy(record => record.At);
            rows.Add(new ConversationRow(summary.Conversation.Id, summary.Conversation.Account, Name(summary.Owner), summary.Pending, summary.UpdatedAt, last is null ? null : View(last)));
        }

        return rows;
    }

    public async Task<string?> ItemAsync(string id, CancellationToken cancellationToken)
    {
        var site = Sites.OfItem(id);
        foreach (var account in (await linker.ListAsync(cancellationToken)).Where(account => account.State == AccountState.Active && (site is null || account.SiteId is null || account.SiteId == site)))
        {
            try
            {
                var item = await client.For(account.UserId).Items.GetAsync(id, cancellationToken: cancellationToken);
                if (item.SellerId == account.UserId) return JsonSerializer.Serialize(item, MercadoLibreJson.Options);
            }
            catch (MercadoLibreException e) when (e.Error.Kind is ErrorKind.NotFound or ErrorKind.Forbidden)
            {
                // Another account's, perhaps.
            }
        }

        return null;
    }

    public async Task<IReadOnlyList<TurnView>> TurnsAsync(int max, CancellationToken cancellationToken) =>
        [.. (await reader.TurnsAsync(null, max, cancellationToken)).Select(View)];

    public async Task<IReadOnlyList<OrderView>> OrdersAsync(long? account, int max, string? stage, bool deleted, CancellationToken cancellationToken)
    {
        var linked = await LinkedAsync(account, cancellationToken);
        var newest = new PriorityQueue<StoredOrder, DateTimeOffset>();
        await foreach (var order in orders.AllAsync(null, cancellationToken))
        {
            if (!linked.Contains(order.Account) || (order.Deletion is not null) != deleted || (stage is not null && !string.Equals(OrderView.Name(order.Stage), stage, StringComparison.OrdinalIgnoreCase))) continue;
            newest.Enqueue(order, order.UpdatedAt ?? order.SeenAt);
            if (newest.Count > max) newest.Dequeue();
        }

        return [.. newest.UnorderedItems.OrderByDescending(item => item.Priority).ThenByDescending(item => item.Element.Id).Select(item => OrderView.Of(item.Element))];
    }

    public async Task<IReadOnlyList<StageView>> PipelineAsync(long? account, CancellationToken cancellationToken)
    {
        var linked = await LinkedAsync(account, cancellationToken);
        var stages = OrderStages.All.ToDictionary(stage => stage, stage => new StageView(OrderView.Name(stage), 0, 0, 0));
        await foreach (var order in orders.AllAsync(null, cancellationToken))
        {
            if (!linked.Contains(order.Account)) continue;
            var stage = stages[order.Stage];
            stages[order.Stage] = order.Deletion is null
                ? stage with { Orders = stage.Orders + 1, DoNotShip = stage.DoNotShip + (order.FraudRisk ? 1 : 0) }
                : stage with { Deleted = stage.Deleted + 1 };
        }

        return [.. OrderStages.All.Select(stage => stages[stage])];
    }

    public async Task<ClaimCaseView?> ClaimCaseAsync(long id, CancellationToken cancellationToken)
    {
        if (await claims.FindAsync(id, cancellationToken) is not { } claim) return null;
        IReadOnlyList<StoredOrder> sold = claim.Sale is { } sale ? await orders.OfConversationAsync(claim.Account, sale.Conversation, cancellationToken) : [];
        return new ClaimCaseView(claim.ToJson(), [.. sold.Where(order => claim.Sale!.Order is null || order.Id == claim.Sale.Order).Select(OrderView.Of)]);
    }

    public async Task<IReadOnlyList<OrderView>> OrderAsync(long id, CancellationToken cancellationToken)
    {
        var found = new List<StoredOrder>();
        foreach (var linked in await linker.ListAsync(cancellationToken))
            found.AddRange(await orders.OfConversationAsync(linked.UserId, id, cancellationToken));

        return [.. found.OrderBy(order => order.Id).Select(OrderView.Of)];
    }

    public Task<IReadOnlyList<ClaimView>> ClaimsAsync(long? account, bool due, bool closed, int max, CancellationToken cancellationToken) => claims.ListAsync(account, due, closed, max, cancellationToken);

    public Task<ClaimStory?> ClaimAsync(long id, CancellationToken cancellationToken) => claims.TellAsync(id, cancellationToken);

    public async Task<NoteView?> NoteAsync(long account, string item, CancellationToken cancellationToken) =>
        await notes.FindAsync(account, item, cancellationToken) is { } note ? new NoteView(note.Value, note.At) : null;

    public Task SetNoteAsync(long account, string item, string text, CancellationToken cancellationToken) => notes.SetAsync(account, item, text, cancellationToken);

    private async Task<SendsView> ViewAsync(SendState state, CancellationToken cancellationToken) => new(state.IsStopped, state.Since, state.By, state.Why, await sends.HistoryAsync(cancellationToken));

    private async Task<HashSet<long>> LinkedAsync(long? account, CancellationToken cancellationToken) =>
        [.. (await linker.ListAsync(cancellationToken)).Select(linked => linked.UserId).Where(id => account is null || id == account)];

    private static TurnView View(TurnRecord record)
    {
        var trace = TurnTrace.Parse(record.Payload);
        return new TurnView(record.Conversation, record.Activity, record.At, record.Decision, [.. trace.Intents.Select(i => i.Name).Distinct()], [.. trace.Reasons.Select(reason => reason.Text)], trace.Notify);
    }

    private static string Name(Owner owner) => owner.Agent is { } agent ? $"agent {agent}" : owner.Kind.ToString().ToLowerInvariant();

    private static string? Text(ActivityEntry entry)
    {
        var activity = JObject.Parse(entry.Payload);
        return (string?)activity["text"] ?? (string?)activity["name"];
    }
}
