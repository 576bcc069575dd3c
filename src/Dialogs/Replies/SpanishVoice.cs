namespace MeliBot.Dialogs.Replies;

internal sealed class SpanishVoice(string locale, bool voseo) : Voice(locale)
{
    private readonly string _can = voseo ? "podés" : "puedes";

    public override string Greeting => "¡Hola!";

    public override string Closing => "¡Saludos!";

    public override string Thanks => voseo ? "¡Gracias por escribirnos! Ante cualquier duda, consultanos." : "¡Gracias por escribirnos! Ante cualquier duda, consúltanos.";

    public override string InStock => $"Sí, tenemos stock disponible: {_can} comprar desde la publicación.";

    public override string OutOfStock => "Por el momento no nos queda stock.";

    public override string NotOnSaleNow => "La publicación no está activa, así que por ahora no se puede comprar.";

    public override string StockUnknown => "En este momento no tengo confirmado el stock.";

    public override string WhichOption => voseo ? "¿Cuál buscás?" : "¿Cuál buscas?";

    public override string PriceUnknown => "En este momento no tengo confirmado el precio: vale el que muestra la publicación.";

    public override string ShippingFree => "El envío es gratis en esta publicación.";

    public override string ShippingPaid => $"El envío tiene costo: {_can} verlo en la publicación al ingresar tu código postal, antes de pagar.";

    public override string ShippingCostUnknown => "No tengo confirmado el costo del envío para esta publicación.";

    public override string ShippingTimeOnListing => "El plazo depende de tu código postal: al ingresarlo, la publicación muestra la fecha estimada antes de pagar.";

    public override string ShippingTimeUnknown => "No tengo confirmado el plazo de entrega para esta publicación.";

    public override string ShippingAreaOnListing => "Hacemos envíos por Mercado Envíos: al ingresar tu código postal, la publicación muestra si llega a tu zona.";

    public override string ShippingAreaUnknown => "No tengo confirmado a qué zonas llega el envío de esta publicación.";

    public override string PickupYes => "Sí, esta publicación permite retirar en persona.";

    public override string PickupNo => "Esta publicación no ofrece retiro en persona.";

    public override string PickupUnknown => "No tengo confirmado si se puede retirar en persona.";

    public override string WarrantyNone => "La publicación indica que no tiene garantía.";

    public override string WarrantyUnknown => "La publicación no indica la garantía, así que no tengo ese dato confirmado.";

    protected override string And => "y";

    public override string Enough(int wanted) => $"Sí, tenemos stock para {wanted} {(wanted == 1 ? "unidad" : "unidades")}.";

    public override string OnlyLeft(int left) => left == 1 ? "Por ahora nos queda 1 unidad." : $"Por ahora nos quedan {left} unidades.";

    public override string OptionsInStock(string options) => $"Sí, tenemos stock en {options}.";

    public override string OptionInStock(string option) => $"Sí, tenemos stock en {option}.";

    public override string OptionOut(string option, string? others) => $"En {option} por ahora no nos queda stock{Others(others)}.";

    public override string OptionNotOffered(string option, string? others) => $"En {option} no lo tenemos{Others(others)}.";

    public override string OptionUnknown(string option) => $"No tengo confirmado si lo tenemos en {option}.";

    public override string Price(string amount) => $"El precio es {amount}.";

    public override string PriceOf(string option, string amount) => $"El precio en {option} es {amount}.";

    public override string Warranty(string text) => $"Sí, tiene {text}.";

    private static string Others(string? others) => others is null ? "" : $"; sí hay en {others}";
}
