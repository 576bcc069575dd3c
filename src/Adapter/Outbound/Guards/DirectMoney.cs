namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>Money that goes to the seller's own hand or purse, so that the platform sees nothing of it; the button that isn't to be pressed; the price of who comes himself.</summary>
internal static class DirectMoney
{
    private const string Coins = "(plata|dinero|dinheiro|guita|lana|feria|billetes?|grana|efectivo|cash|lucas|mangos|contante|moneda)";

    private const string Share = "(comision(es)?|comissao|comissoes|taxas?|tarifas?|porcentaje|descuento|cargo|recargo|impuesto|retencion|mordida|parte)";

    private const string Platform = "(mercado ?li[bv]re|mercado|ml|meli|la plataforma|a plataforma|plataforma|la app|o app|la pagina|pagina|el sitio|sitio|o site|do site|site|del sitio|de la pagina)";

    public static readonly string[] Patterns =
    [
        $@"\b(mand|envi|pas|gir|pong|deposit|transf|entreg|acerc|pag)[a-z]*( (me|nos|la|el|a|o|mi|en|vos))* {Coins} (a|en|al|na|no|para|pra|por|directo|direto) (mi|nuestr[oa]|mano|minha|meu|cuenta|conta|mim|mi cuenta)\b",
        @"\b(me|nos) (mand|envi|pas|gir|deposit|transf|das|dan|da|trae|traes)[a-z]* (la |el |a |o )?(plata|dinero|dinheiro|guita|lana|grana|pago|sena|efectivo)\b",
        @"\b(pag[ao][a-z]*|transf[a-z]*|deposit[a-z]*|pix|plata)( [a-z]+){0,2} (direct[oa]|diret[oa]) (pra mim|para mim|a mi|conmigo|comigo|con nosotros|conosco|na minha|en mi|a la cuenta|na conta)\b",
        @"\b(transferencia|deposito|pix|pago|pagamento) (personal|pessoal|particular|privad[oa])\b",
        @"\b(plata|dinero|dinheiro|guita|lana|billetes?|grana|efectivo|cash) (en|na|em) (mano|mao|maos|el acto)\b|\b(en|na|em) (mano|maos|mao) y con (billetes|plata|efectivo)\b|\bcon (billetes|la plata|plata) en\b",
        $@"\b(evit|ahorr|salv|zaf|esquiv|escap|tir|sac|quit|elud|economiz|descont|fug|livr|saltea|salto|elimin)[a-z]*( (o|a|me|nos|te|la|el|las|los|as|os|esa|ese|todo|asi))* {Share}( (de|do|da|del|que))?( (cobra|nos cobra))?( (la|el|a|o|esta|este))? {Platform}\b",
        $@"\b(tiro|saco|quito|descuento|ahorro|evito|economizo)( (o|a|me|te|la|el|las|los|as|os|esa|ese))* (comision(es)?|comissao|comissoes|taxas?|tarifas?|porcentaje|impuesto)\b",
        @"\b(no|nao|sin|sem|antes de|en vez de)( (lo|la|me|nos|le))* (us|apret|toqu|toc|hag|pres|puls|cliqu|clic|aper|d)[a-z]*( [a-z]+){0,2} (boton|botao|comprar|carrito|carrinho)\b[a-z ,]{0,30}\b(escrib|habl|llam|arregl|hac|cham|fal|contact|mejor|melhor|me)",
        @"\b(si|se)( (usted|vos|tu|voce|vc|me|lo|la|hoy|hoje|te))* (vien[a-z]*|ven[ií]s|pasa[a-z]*|pasás|vem|vier|vir|aparec[a-z]*|acerc[a-z]*|retir[a-z]*|busc[a-z]*)( [a-z]+){0,6},? (se lo|te lo|lo|la|se la|te la|o|a|le|te|faco|hago) ?(llev[a-z]*|dej[a-z]*|hag[a-z]*|vend[a-z]*|leva|faco|deixo|sale|sai)( (en|por|a|mas|mais|hasta))? ?\$? ?([0-9]+|barat[oa])",
        @"\b(vem|venha|ven|veni|venga|trata|trate|fecha|feche|fala|negocia|negocie|compra|compre|paga|pague)( [a-z]+){0,2} (direto|directo) (comigo|conmigo|con nosotros|conosco|pra mim|a mi|com a gente)\b",
    ];
}
