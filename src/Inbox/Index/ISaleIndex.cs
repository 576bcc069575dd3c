using MeliBot.Adapter.Orders;

namespace MeliBot.Inbox.Index;

/// <summary>Sales, ready to be listed, counted and searched. Made from the stored orders alone, so it can be thrown away and made again.</summary>
public interface ISaleIndex
{
    /// <summary>Replaces these, in one transaction.</summary>
    Task PutAsync(IReadOnlyList<IndexedSale> sales, CancellationToken cancellationToken);

    /// <summary>Suspected fraud first, then by the newest change.</summary>
    Task<IReadOnlyList<SaleRow>> FindAsync(SaleQuery query, int skip, int take, CancellationToken cancellationToken);

    /// <summary>How many there are in each stage, under the other filters; stages without any are left out.</summary>
    Task<IReadOnlyDictionary<OrderStage, int>> CountAsync(SaleQuery query, CancellationToken cancellationToken);

    /// <summary>Every tag that some sale has, in their order.</summary>
    Task<IReadOnlyList<string>> TagsAsync(CancellationToken cancellationToken);

    /// <summary>The sales to one buyer of an account, deleted ones too.</summary>
    Task<IReadOnlyList<SaleRow>> OfBuyerAsync(long account, long buyer, CancellationToken cancellationToken);
}
