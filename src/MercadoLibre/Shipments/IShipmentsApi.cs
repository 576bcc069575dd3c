using Refit;

namespace MeliBot.MercadoLibre;

/// <summary>Shipments. The new body is asked for; the old one is read as well.</summary>
public interface IShipmentsApi
{
    [Get("/shipments/{shipment_id}")]
    [Headers("x-format-new: true")]
    Task<Shipment> GetAsync([AliasAs("shipment_id")] long shipmentId, CancellationToken cancellationToken = default);

    /// <summary>What is inside; the only place that names the orders where the new body is answered.</summary>
    [Get("/shipments/{shipment_id}/items")]
    [Headers("x-format-new: true")]
    Task<List<ShipmentItem>> ItemsAsync([AliasAs("shipment_id")] long shipmentId, CancellationToken cancellationToken = default);

    [Get("/shipments/{shipment_id}/history")]
    [Headers("x-format-new: true")]
    Task<List<ShipmentMove>> HistoryAsync([AliasAs("shipment_id")] long shipmentId, CancellationToken cancellationToken = default);

    [Get("/shipments/{shipment_id}/carrier")]
    [Headers("x-format-new: true")]
    Task<Carrier> CarrierAsync([AliasAs("shipment_id")] long shipmentId, CancellationToken cancellationToken = default);

    [Get("/shipments/{shipment_id}/sla")]
    [Headers("x-format-new: true")]
    Task<DispatchDeadline> DispatchDeadlineAsync([AliasAs("shipment_id")] long shipmentId, CancellationToken cancellationToken = default);
}
