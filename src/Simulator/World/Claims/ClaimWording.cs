using System.Globalization;

namespace MeliBot.Simulator;

/// <summary>How the platform tells the seller of a claim, in the site's language.</summary>
internal static class ClaimWording
{
    /// <summary>seller, buyer or mediator; null: nobody has to act.</summary>
    public static string? Responsible(WorldClaim claim) => claim switch
    {
        { IsOpen: false } => null,
        { Mandate: { } mandate } when mandate.Role == claim.SellerRole => "seller",
        { Mandate: { } mandate } when mandate.Role == claim.BuyerRole => "buyer",
        { Stage: ClaimStages.Dispute or ClaimStages.Recontact } => "mediator",
        { Return: { IsOpen: true, Status: ReturnStatuses.LabelGenerated } } or { Change: not null } => "buyer",
        _ => null,
    };

    public static (string Title, string Description, string Problem) Of(WorldClaim claim)
    {
        var pt = claim.SiteId == "MLB";
        var until = claim.Mandate is { } mandate ? Day(mandate.Due, pt) : null;
        return (Title(claim, pt), Description(claim, pt, until), Problem(claim, pt));
    }

    private static string Title(WorldClaim claim, bool pt) => claim switch
    {
        { IsOpen: false, Resolution.Reason: ResolutionReasons.PaymentRefunded or ResolutionReasons.RespondentTimeout } => pt ? "Devolvemos o dinheiro ao comprador" : "Le devolvimos el dinero al comprador",
        { IsOpen: false } => pt ? "Reclamação encerrada" : "Reclamo finalizado",
        { Type: ClaimTypes.CancelSale } => pt ? "Você cancelou a venda" : "Cancelaste la venta",
        { Type: ClaimTypes.CancelPurchase } => pt ? "O comprador cancelou a compra" : "El comprador canceló la compra",
        { Stage: ClaimStages.Dispute } => pt ? "Reclamação em mediação com o Mercado Livre" : "Reclamo en mediación con Mercado Libre",
        { Return.Status: ReturnStatuses.Delivered } => pt ? "A devolução chegou: revise o produto" : "Llegó la devolución: revisá el producto",
        { Return: not null } => pt ? "Devolução a caminho" : "Devolución en camino",
        { Change: not null } => pt ? "Troca em andamento" : "Cambio en curso",
        { ReasonGroup: "PNR" } => pt ? "O comprador diz que não recebeu o produto" : "El comprador dice que no recibió el producto",
        { ReasonGroup: "PDD" } => pt ? "O comprador quer devolver o produto" : "El comprador quiere devolver el producto",
        _ => pt ? "O comprador abriu uma reclamação" : "El comprador inició un reclamo",
    };

    private static string Description(WorldClaim claim, bool pt, string? until) => (Responsible(claim), until) switch
    {
        ("seller", { } day) => pt
            ? $"Você tem até {day} para responder. Se não responder, o reembolso será automático."
            : $"Tenés hasta el {day} para responder. Si no respondés, se reembolsará automáticamente.",
        ("buyer", { } day) => pt ? $"O comprador tem até {day} para responder." : $"El comprador tiene hasta el {day} para responder.",
        ("mediator", _) => pt ? "Intervimos para ajudar. Vamos escrever para você." : "Intervinimos para ayudar. Te escribiremos.",
        _ => pt ? "Não é preciso fazer nada agora." : "No tenés que hacer nada por ahora.",
    };

    private static string Problem(WorldClaim claim, bool pt)
    {
        if (ClaimReasons.Find(claim.ReasonId) is not { } reason) return "";
        return pt ? $"O comprador nos disse: {reason.Portuguese}" : $"El comprador nos dijo: {reason.Spanish}";
    }

    private static string Day(DateTimeOffset due, bool pt) =>
        due.ToOffset(TimeSpan.FromHours(-4)).ToString(pt ? "dddd, d 'de' MMMM" : "dddd d 'de' MMMM", CultureInfo.GetCultureInfo(pt ? "pt-BR" : "es-AR"));
}
