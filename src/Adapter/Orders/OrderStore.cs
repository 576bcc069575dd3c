using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using MeliBot.Adapter.Messages;
using MeliBot.Delivery.Records;

namespace MeliBot.Adapter.Orders;

/// <summary>The sales of the linked accounts.</summary>
public sealed class OrderStore(IRecordStore records)
{
    /// <summary>What the change feed calls a sale that changed; its key is the order.</summary>
    public const string News = "order";

    private const string KindHead = "order:";
    private const int MostTries = 20;
    private const int Page = 500;

    public async Task<StoredOrder?> FindAsync(long account, long order, CancellationToken cancellationToken) =>
        (await records.ReadAsync(Kind(account), Key(order), cancellationToken).ConfigureAwait(false)).Value is { } json ? StoredOrder.Parse(json) : null;

    /// <summary>Those of an account, in the platform's order of their change, newest first.</summary>
    public async Task<IReadOnlyList<StoredOrder>> ListAsync(long account, CancellationToken cancellationToken) =>
        [.. (await records.ListAsync(Kind(account), cancellationToken).ConfigureAwait(false))
            .Select(record => StoredOrder.Parse(record.Value!))
            .OrderByDescending(order => order.UpdatedAt ?? order.SeenAt)
            .ThenByDescending(order => order.Id)];

    /// <summary>Those of all accounts, without holding them all at once. What can't be read is left out: one damaged row must not hide the others.</summary>
    /// <param name="damaged">Gets the account's kind and the key of a row that can't be read, and why.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async IAsyncEnumerable<StoredOrder> AllAsync(Action<Record, string>? damaged, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IReadOnlyList<Record> page = [];
        do
        {
            page = await records.PageAsync(KindHead, page.Count > 0 ? page[^1] : null, Page, cancellationToken).ConfigureAwait(false);
            foreach (var record in page)
            {
                if (Read(record, damaged) is { } order) yield return order;
            }
        }
        while (page.Count == Page);
    }

    /// <summary>The sales of a conversation: a pack's, or the one whose number stands for it.</summary>
    public async Task<IReadOnlyList<StoredOrder>> OfConversationAsync(long account, long conversation, CancellationToken cancellationToken)
    {
        if (await FindAsync(account, conversation, cancellationToken).ConfigureAwait(false) is { } single) return [single];
        var found = new List<StoredOrder>();
        foreach (var order in Members(await records.ReadAsync(PackKind(account), Key(conversation), cancellationToken).ConfigureAwait(false)))
        {
            if (await FindAsync(account, order, cancellationToken).ConfigureAwait(false) is { } sale && sale.Pack == conversation) found.Add(sale);
        }

        return found;
    }

    /// <summary>Changes a sale; several may read it at once, and none loses what another saw.</summary>
    /// <param name="change">Gives the sale as it is to be from what is stored (null when it isn't); may be called again.</param>
    public async Task<StoredOrder> ChangeAsync(long account, long order, Func<StoredOrder?, StoredOrder> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        for (var tries = 1; ; tries++)
        {
            var stored = await records.ReadAsync(Kind(account), Key(order), cancellationToken).ConfigureAwait(false);
            var changed = change(stored.Value is { } json ? StoredOrder.Parse(json) : null);
            // The way to it first: one that leads nowhere yet is harmless, a sale that its pack doesn't know isn't.
            if (changed.Pack is { } pack) await EnterAsync(account, pack, order, cancellationToken).ConfigureAwait(false);
            if (await records.WriteAsync(Kind(account), Key(order), changed.ToJson(), stored.Version, new(account, MessageKeys.Conversation(account, changed.Conversation), News), cancellationToken).ConfigureAwait(false))
                return changed;
            if (tries == MostTries)
                throw new InvalidOperationException($"Order {order} of account {account} was changed by others {tries} times in a row.");
        }
    }

    private async Task EnterAsync(long account, long pack, long order, CancellationToken cancellationToken)
    {
        Record stored;
        List<long> members;
        do
        {
            stored = await records.ReadAsync(PackKind(account), Key(pack), cancellationToken).ConfigureAwait(false);
            members = Members(stored);
            if (members.Contains(order)) return;
            members.Add(order);
        }
        while (!await records.WriteAsync(PackKind(account), Key(pack), JsonSerializer.Serialize(members), stored.Version, cancellationToken).ConfigureAwait(false));
    }

    private static StoredOrder? Read(Record record, Action<Record, string>? damaged)
    {
        try
        {
            return StoredOrder.Parse(record.Value!);
        }
        catch (JsonException e)
        {
            damaged?.Invoke(record, e.Message);
            return null;
        }
    }

    private static List<long> Members(Record stored) => stored.Value is { } json ? JsonSerializer.Deserialize<List<long>>(json)! : [];

    private static string PackKind(long account) => string.Create(CultureInfo.InvariantCulture, $"pack:{account}");

    private static string Kind(long account) => string.Create(CultureInfo.InvariantCulture, $"{KindHead}{account}");

    private static string Key(long order) => order.ToString(CultureInfo.InvariantCulture);
}
