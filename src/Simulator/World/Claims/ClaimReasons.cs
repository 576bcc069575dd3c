namespace MeliBot.Simulator;

/// <summary>Why somebody complains, as the platform's catalogue has it.</summary>
/// <param name="Triage">repentant, defective, incomplete, different, not_working, or nothing.</param>
/// <param name="Resolutions">What the complainant may wish for, most usual first.</param>
internal sealed record ClaimReason(string Id, string Flow, string Name, string Spanish, string Portuguese, IReadOnlyList<string> Triage, IReadOnlyList<string> Resolutions, IReadOnlyList<string>? Groups)
{
    public string Detail(string site) => site == "MLB" ? Portuguese : Spanish;
}

/// <summary>The reasons that the Simulator's buyers have. An id that isn't here can still be a claim's: the platform's catalogue doesn't always answer.</summary>
internal static class ClaimReasons
{
    private const string Delivered = "post_purchase_delivered";
    private const string Undelivered = "mediations_undelivered";
    private const string Cancelled = "cancel_purchase";
    private static readonly string[] Everywhere = ["generic", "fashion", "installable_autoparts"];
    private static readonly string[] Back = [ExpectedResolutions.ReturnProduct, ExpectedResolutions.ChangeProduct, ExpectedResolutions.PartialRefund, ExpectedResolutions.Refund];
    private static readonly string[] BackOnly = [ExpectedResolutions.ReturnProduct, ExpectedResolutions.ChangeProduct];
    private static readonly string[] Send = [ExpectedResolutions.Product, ExpectedResolutions.Refund];

    public static readonly IReadOnlyList<ClaimReason> All =
    [
        new("PNR9501", Undelivered, "not_received", "No recibí el producto", "Não recebi o produto", [], Send, null),
        new("PNR9502", Undelivered, "respondent_unanswered", "El vendedor no me respondió", "O vendedor não me respondeu", [], Send, null),
        new("PNR9503", Undelivered, "delayed_shipping", "El envío está demorado", "A entrega está atrasada", [], Send, null),
        new("PNR9504", Undelivered, "delivered_but_not_received", "Figura como entregado y no lo recibí", "Consta como entregue e não recebi", [], Send, null),
        new("PDD9528", Delivered, "different_product", "Me llegó un producto distinto", "Chegou um produto diferente", ["different"], Back, Everywhere),
        new("PDD9541", Delivered, "different_variation", "El color o el talle es otro", "A cor ou o tamanho é outro", ["different"], Back, Everywhere),
        new("PDD9542", Delivered, "incomplete", "Faltan partes o accesorios", "Faltam peças ou acessórios", ["incomplete"], Back, Everywhere),
        new("PDD9543", Delivered, "incomplete_package", "El paquete llegó incompleto", "O pacote chegou incompleto", ["incomplete"], Back, Everywhere),
        new("PDD9549", Delivered, "defective", "El producto llegó dañado", "O produto chegou danificado", ["defective"], Back, Everywhere),
        new("PDD9550", Delivered, "broken_package", "El paquete llegó roto", "O pacote chegou quebrado", ["defective"], Back, Everywhere),
        new("PDD9551", Delivered, "not_working", "El producto no funciona", "O produto não funciona", ["not_working"], Back, Everywhere),
        new("PDD9552", Delivered, "stopped_working", "Dejó de funcionar", "Parou de funcionar", ["not_working"], Back, Everywhere),
        new("PDD9939", Delivered, "repentant_buyer", "Llegó lo que compré en buenas condiciones pero no lo quiero", "Chegou o que comprei em boas condições, mas não quero", ["repentant"], BackOnly, Everywhere),
        new("PDD9940", Delivered, "size_does_not_fit", "No me queda bien", "Não me serve", ["repentant"], BackOnly, ["fashion"]),
        new("PDD9944", Delivered, "counterfeit", "Creo que no es original", "Acho que não é original", ["different"], [ExpectedResolutions.ReturnProduct, ExpectedResolutions.Refund], Everywhere),
        new("CS9531", Cancelled, "buyer_cancelled", "Cancelé la compra", "Cancelei a compra", [], [], null),
        new("CS9532", Cancelled, "seller_cancelled", "El vendedor canceló la venta", "O vendedor cancelou a venda", [], [], null),
        new("CS9533", Cancelled, "out_of_stock", "El vendedor no tiene stock", "O vendedor está sem estoque", [], [], null),
    ];

    public static ClaimReason? Find(string? id) => id is null ? null : All.FirstOrDefault(reason => reason.Id == id);
}
