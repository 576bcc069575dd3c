using Refit;

namespace MeliBot.MercadoLibre;

public interface IItemsApi
{
    /// <param name="itemId">Such as <c>MLA123456789</c>.</param>
    /// <param name="attributes">Comma list of fields, or null for all.</param>
    /// <param name="includeAttributes"><c>all</c> adds the attributes of variations, where the SKU lives.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    [Get("/items/{item_id}")]
    Task<Item> GetAsync(
        [AliasAs("item_id")] string itemId,
        string? attributes = null,
        [AliasAs("include_attributes")] string? includeAttributes = null,
        CancellationToken cancellationToken = default);

    /// <summary>At most 20 ids, none twice: the platform refuses the whole call otherwise. <see cref="BulkReads"/> minds both.</summary>
    /// <param name="ids">Comma list.</param>
    /// <param name="attributes">Must contain <c>status_code</c>, and prefix the fields with <c>body.</c>; otherwise they are dropped silently.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    [Get("/items/bulk")]
    Task<List<BulkEntry<Item>>> BulkAsync(string ids, string? attributes = null, CancellationToken cancellationToken = default);

    /// <summary>The form that the platform retired on 2026-10-25, for where the new one isn't there.</summary>
    [Get("/items")]
    Task<List<BulkEntry<Item>>> MultigetAsync(string ids, string? attributes = null, CancellationToken cancellationToken = default);

    [Get("/items/{item_id}/description")]
    Task<ItemDescription> DescriptionAsync([AliasAs("item_id")] string itemId, CancellationToken cancellationToken = default);

    [Get("/items/{item_id}/sale_price")]
    Task<SalePrice> SalePriceAsync([AliasAs("item_id")] string itemId, string context = "channel_marketplace", CancellationToken cancellationToken = default);

    [Get("/items/{item_id}/shipping_options")]
    Task<ShippingOptions> ShippingOptionsAsync([AliasAs("item_id")] string itemId, [AliasAs("zip_code")] string zipCode, CancellationToken cancellationToken = default);

    /// <summary>Ids of a seller's items. Beyond 1000 use <paramref name="searchType"/> <c>scan</c> with the last <paramref name="scrollId"/> and no offset.</summary>
    [Get("/users/{user_id}/items/search")]
    Task<ItemIds> OfSellerAsync(
        [AliasAs("user_id")] long userId,
        string? status = null,
        int? offset = null,
        int? limit = null,
        [AliasAs("search_type")] string? searchType = null,
        [AliasAs("scroll_id")] string? scrollId = null,
        CancellationToken cancellationToken = default);
}
