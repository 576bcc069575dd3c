using Refit;

namespace MeliBot.MercadoLibre;

/// <summary>Sales. A partial answer (206) is a usable one: what it lacks is null.</summary>
public interface IOrdersApi
{
    [Get("/orders/{order_id}")]
    Task<Order> GetAsync([AliasAs("order_id")] long orderId, CancellationToken cancellationToken = default);

    /// <summary>Twelve months back at most, and nothing cancelled unless asked for by status.</summary>
    [Get("/orders/search")]
    Task<OrdersPage> SearchAsync([Query] OrderSearch search, CancellationToken cancellationToken = default);
}
