namespace MeliBot.Dialogs.Replies;

internal sealed class PortugueseVoice(string locale) : Voice(locale)
{
    public override string Greeting => "Olá!";

    public override string Closing => "Estamos à disposição!";

    public override string Thanks => "Obrigado pelo contato! Qualquer dúvida, é só perguntar.";

    public override string InStock => "Sim, temos em estoque: você pode comprar pelo anúncio.";

    public override string OutOfStock => "No momento não temos mais em estoque.";

    public override string NotOnSaleNow => "O anúncio não está ativo, por isso não é possível comprar agora.";

    public override string StockUnknown => "No momento não tenho o estoque confirmado.";

    public override string WhichOption => "Qual você procura?";

    public override string PriceUnknown => "No momento não tenho o preço confirmado: vale o que aparece no anúncio.";

    public override string ShippingFree => "O frete é grátis neste anúncio.";

    public override string ShippingPaid => "O frete é pago: você vê o valor no anúncio ao informar o seu CEP, antes de pagar.";

    public override string ShippingCostUnknown => "Não tenho o valor do frete confirmado para este anúncio.";

    public override string ShippingTimeOnListing => "O prazo depende do seu CEP: ao informá-lo, o anúncio mostra a data estimada antes de pagar.";

    public override string ShippingTimeUnknown => "Não tenho o prazo de entrega confirmado para este anúncio.";

    public override string ShippingAreaOnListing => "Enviamos pelo Mercado Envios: ao informar o seu CEP, o anúncio mostra se chega na sua região.";

    public override string ShippingAreaUnknown => "Não tenho confirmado para quais regiões este anúncio é enviado.";

    public override string PickupYes => "Sim, este anúncio permite retirar pessoalmente.";

    public override string PickupNo => "Este anúncio não oferece retirada pessoalmente.";

    public override string PickupUnknown => "Não tenho confirmado se é possível retirar pessoalmente.";

    public override string WarrantyNone => "O anúncio indica que não tem garantia.";

    public override string WarrantyUnknown => "O anúncio não informa a garantia, por isso não tenho esse dado confirmado.";

    protected override string And => "e";

    public override string Enough(int wanted) => $"Sim, temos em estoque {wanted} {(wanted == 1 ? "unidade" : "unidades")}.";

    public override string OnlyLeft(int left) => left == 1 ? "No momento temos 1 unidade." : $"No momento temos {left} unidades.";

    public override string OptionsInStock(string options) => $"Sim, temos em estoque em {options}.";

    public override string OptionInStock(string option) => $"Sim, temos em estoque em {option}.";

    public override string OptionOut(string option, string? others) => $"Em {option} não temos mais em estoque no momento{Others(others)}.";

    public override string OptionNotOffered(string option, string? others) => $"Em {option} não temos{Others(others)}.";

    public override string OptionUnknown(string option) => $"Não tenho confirmado se temos em {option}.";

    public override string Price(string amount) => $"O preço é {amount}.";

    public override string PriceOf(string option, string amount) => $"O preço em {option} é {amount}.";

    public override string Warranty(string text) => $"Sim, tem {text}.";

    private static string Others(string? others) => others is null ? "" : $"; temos em {others}";
}
