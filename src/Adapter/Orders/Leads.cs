using System.Globalization;
using System.Text.Json;
using MeliBot.Delivery.Records;

namespace MeliBot.Adapter.Orders;

/// <summary>
/// What people do to leads (a lead is a sale) and contacts (a contact is a buyer of an account). Deleting hides, and says who did it and when: the sale, its moves and its
/// messages stay stored, go on being kept up, and Mercado Libre is told nothing.
/// </summary>
public sealed class Leads(OrderStore orders, IRecordStore records, TimeProvider time)
{
    /// <summary>What the change feed calls a contact that was hidden or came back; its key is the buyer.</summary>
    public const string ContactNews = "contact";

    private const string KindHead = "contact:";
    private const int Page = 500;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    /// <param name="by"><c>agent:{id}</c>.</param>
    /// <returns>False when there is no such lead, or it is deleted already.</returns>
    public Task<bool> DeleteAsync(long account, long order, string by, CancellationToken cancellationToken) => ChangeAsync(account, order, LeadAct.Deleted, by, cancellationToken);

    /// <inheritdoc cref="DeleteAsync"/>
    /// <returns>False when there is no such lead, or it isn't deleted.</returns>
    public Task<bool> RestoreAsync(long account, long order, string by, CancellationToken cancellationToken) => ChangeAsync(account, order, LeadAct.Restored, by, cancellationToken);

    /// <summary>The contact's name and the texts of its conversations are shown no more.</summary>
    public Task<bool> DeleteContactAsync(long account, long buyer, string by, CancellationToken cancellationToken) => ChangeContactAsync(account, buyer, LeadAct.Deleted, by, cancellationToken);

    public Task<bool> RestoreContactAsync(long account, long buyer, string by, CancellationToken cancellationToken) => ChangeContactAsync(account, buyer, LeadAct.Restored, by, cancellationToken);

    /// <summary>
    /// A buyer's message came that wasn't known before: what people had deleted of its sale and its contact comes back, each lead in the stage in which its sale is by now. To be called before
    /// the message is stored, so that a crash between the two is made up for when it is read again.
    /// </summary>
    /// <param name="account">The seller.</param>
    /// <param name="conversation">The pack, or the order of a sale without one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether anything came back.</returns>
    public async Task<bool> BuyerWroteAsync(long account, long conversation, CancellationToken cancellationToken)
    {
        var sales = await orders.OfConversationAsync(account, conversation, cancellationToken).ConfigureAwait(false);
        var back = false;
        foreach (var sale in sales.Where(sale => sale.Deletion is not null))
            back |= await RestoreAsync(account, sale.Id, LeadChange.Buyer, cancellationToken).ConfigureAwait(false);
        foreach (var buyer in sales.Select(sale => sale.Buyer).OfType<long>().Distinct())
            back |= await RestoreContactAsync(account, buyer, LeadChange.Buyer, cancellationToken).ConfigureAwait(false);
        return back;
    }

    /// <summary>Null when nobody ever deleted it.</summary>
    public async Task<StoredContact?> FindContactAsync(long account, long buyer, CancellationToken cancellationToken) =>
        Parse(await records.ReadAsync(Kind(account), Key(buyer), cancellationToken).ConfigureAwait(false));

    /// <summary>The contacts of all accounts that are deleted now.</summary>
    public async Task<IReadOnlyList<StoredContact>> DeletedContactsAsync(CancellationToken cancellationToken)
    {
        var found = new List<StoredContact>();
        IReadOnlyList<Record> page = [];
        do
        {
            page = await records.PageAsync(KindHead, page.Count > 0 ? page[^1] : null, Page, cancellationToken).ConfigureAwait(false);
            found.AddRange(page.Select(Parse).OfType<StoredContact>().Where(contact => contact.Deletion is not null));
        }
        while (page.Count == Page);
        return found;
    }

    private async Task<bool> ChangeAsync(long account, long order, LeadAct act, string by, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        if (await orders.FindAsync(account, order, cancellationToken).ConfigureAwait(false) is null) return false;
        var changed = false;
        await orders.ChangeAsync(
            account,
            order,
            known =>
            {
                changed = (known!.Deletion is null) == (act == LeadAct.Deleted);
                return changed ? known with { LeadChanges = [.. known.LeadChanges, new(time.GetUtcNow(), act, by)] } : known;
            },
            cancellationToken).ConfigureAwait(false);
        return changed;
    }

    private async Task<bool> ChangeContactAsync(long account, long buyer, LeadAct act, string by, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        while (true)
        {
            var stored = await records.ReadAsync(Kind(account), Key(buyer), cancellationToken).ConfigureAwait(false);
            var contact = Parse(stored) ?? new StoredContact(account, buyer, []);
            if ((contact.Deletion is null) != (act == LeadAct.Deleted)) return false;
            var changed = contact with { Changes = [.. contact.Changes, new(time.GetUtcNow(), act, by)] };
            if (await records.WriteAsync(Kind(account), Key(buyer), JsonSerializer.Serialize(changed, Json), stored.Version, new(account, null, ContactNews), cancellationToken).ConfigureAwait(false))
                return true;
        }
    }

    private static StoredContact? Parse(Record stored) => stored.Value is { } json ? JsonSerializer.Deserialize<StoredContact>(json, Json) : null;

    private static string Kind(long account) => string.Create(CultureInfo.InvariantCulture, $"{KindHead}{account}");

    private static string Key(long buyer) => buyer.ToString(CultureInfo.InvariantCulture);
}
