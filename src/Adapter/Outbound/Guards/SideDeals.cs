namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>A price here and another there, half here and half in hand, a trifle bought for the data that come with it, a bank by its name, and the number of the buyer asked for.</summary>
internal static class SideDeals
{
    private const string Here = "(por aca|por aqui|aca|aqui|acá|pelo (site|ml|app|mercado livre)|por (el sitio|la pagina|la app|ml|mercado libre|la plataforma)|no (site|ml|anuncio)|en la publicacion|no cartao pelo ml)";

    private const string There = "(por fuera|por fora|afuera|fuera|la fora|por alla|por otro lado|por mi lado|directo|direto|contado directo|no direct|en persona|en mano|na mao|en efectivo|no dinheiro( vivo)?|por la izquierda|en privado|na minha loja|no balcao|en el taller|na feira|en la feria)";

    private const string Bank =
        "(banorte|bbva|banamex|spei|bre-?b|nequi|mach|tenpo|banco ?estado|cuenta ?rut|bancolombia|santander|itau|nubank|bradesco|inter|picpay|yape|plin|daviplata|uala|brubank|naranja x|transferencia directa|usdt|cripto|pix)";

    public static readonly string[] Patterns =
    [
        $@"\b{Here}\b[^!?]{{0,30}}[0-9]{{2,}}[^!?]{{0,25}}\b{There}\b[^!?]{{0,25}}[0-9]{{2,}}",
        $@"\b{There}\b[^!?]{{0,20}}[0-9]{{2,}}[^!?]{{0,25}}\b{Here}\b[^!?]{{0,20}}[0-9]{{2,}}",
        @"\bpor la derecha\b[^.!?]{0,30}\bpor la izquierda\b|\b(por debajo de|bajo) cuerda\b|\b(con|a) precio de (vitrina|amigo)[^!?]{0,40}\b(en persona|directo|aparte)\b",
        $@"\b(mitad|metade|parte|una parte|[0-9.]+)( en| no| com)?( [a-z]+)? {Here}\b[^.!?]{{0,30}}\b(otra mitad|outra metade|otra parte|los otros|os outros|metade|el resto|o resto|saldo|y la otra)\b",
        @"\b(el resto|o resto|resto|el saldo|o saldo|lo demas|la diferencia|a diferenca|la otra mitad|a outra metade|os outros|los otros)\b[^.!?]{0,30}\b(acert[a-z]+|contra ?entrega|en mano|na mao|em maos|efectivo|em dinheiro|pix|deposit[a-z]+|transf[a-z]+|na entrega|por fuera|por fora|me l[oa]s? (pagas?|cancela[s]?|da[s]?)|arregl[a-z]+|entre nos[a-z]*)\b",
        @"\b(compr|peg|llev|ofert|pag)[a-z]*( [a-z]+){0,6} (mas barat[a-z]*|mais barat[a-z]*|tornillo|parafuso|calcomani[a-z]*|sticker|capinha|valvula)[^.!?]{0,60}\b(con esos datos|con tus datos|lo demas|el resto|o resto|por aparte|a gente (resolve|acerta)|cuadramos|arreglamos|acertamos|resolve por)\b",
        @"\b(anul|cancel)[a-z]*[^.!?]{0,50}\b(le|te|me)( (lo|la|e))? (cobro|paga|pagas|faz|transf[a-z]*|deposit[a-z]*|vendo|hago)\b",
        @"\b(ni|no|nem|nao)( l[oa]| me)? (toqu|us|aprete|apert|mex)[a-z]* (no |el |o |ese |en el )?(boton|botao|carrito)\b|\b(boton|botao)\b[^.!?]{0,30}\b(ni l[oa] toqu[a-z]+|nos sale car|por dejar|por deixar|es para los que)|\bno site nem mexe\b|\bno (lo )?pasa[s]? por el (carrito|carro)\b|\bsi no pasa por el carrito\b",
        @"\b(comision(es)?|comissao|tarifa|taxa|lo que (se )?(lleva|quita|cobra)|de lo que no le damos)\b[^!?]{0,40}\b(bora|ponemos de acuerdo|usted y yo|vos y yo|voce e eu|de outro jeito|de otra (forma|manera)|se la pago yo)|\bgana (mercado ?libre|la pagina|la plataforma)[^.!?]{0,40}\bgana|\blo que (se lleva|nos quita|cobra) (la plataforma|mercado ?libre|la pagina|ml)\b|\bpara que le vamos a dar (plata|dinero)\b|\bno (trabajo|vendo|atiendo) mas (con|por) (ml|mercado|la app|la aplicacion|envios de ml)",
        $@"\b(por|con|via|em|en|acepto|aceito|le acepto|uso|transferencia( a| por)?|deposit[a-z]*( a| en)?|llave)( [a-z]+){{0,2}} {Bank}\b[^!?]{{0,60}}\b(se l[oa]|te l[oa]|l[oe] (dejo|mando|respeto)|dejo|le descuento|te descuento|le sale en|lucas menos|cuenta a cuenta|te lo mando hoy|por esta via no|menos)\b",
        @"\b(paga|pague|pagas|pago|venga|venite|vengase|traiga|trae|traete|con|basta vir com|nos cae con)( [a-z]+){0,3} (efectivo|dolares billete|plata en mano|dinero en mano|dinheiro vivo|billete|el efectivo)\b[^.!?]{0,50}\b(l[oa] dejamos|se l[oa]|te l[oa]|menos|barato|[0-9]{2,}|ni (lo )?toque)",
        @"\b(venite|vengase|vente|venga|ven) (por el|por ella|a buscarl[oa]|y traiga|con)\b[^.!?]{0,30}\b(efectivo|plata|dinero|billetes?)\b",
        // The number of who asks.
        @"\b(deix|dej|pas|pong|pon|escrib|escrev|regal|indiqu|mand|coloc|respond)[a-z]*( (me|nos|aqui|aca|ahi|ai|con|com|por favor|entonces|en tu proxima pregunta|en la pregunta))* (el |o )?(tu|su|sus|seu|teu|un)( (mejor|melhor|numero de))? (celular|telefono|telefone|ddd|cel|contacto|contato|whats[a-z]*|wp|wsp|zap|diez digitos|arroba|linea)\b",
        @"\b(deix|dej|pas|pong|pon|escrib|escrev|regal|mand|coloc)[a-z]*( [a-z]+){0,3} (tu|su|sus|seu|teu|un|algun|um)( [a-z]+)? numero( (con|separado|por extenso|donde|de contacto|en otra|aqui na|en la|na pergunta|em letras|y (te|le|yo))|[.,!?]|$)",
        @"\b(a|en) (que|cual) (numero|linea|telefono) (le|te|lo|la) (timbro|marco|llamo|hablo|ubico|escribo|mando)\b|\b(yo|y|ahi|eu) (te|le|lo|la|lhe) (timbro|llamo|ligo|ubico|telefoneo)\b|\b(lo|la|te|le) (estara|esta|estaremos) llamando\b|\b(posso|puedo|podemos) (te |le |lo )?(ligar|llamar(te|lo|la)?|timbrar(te|le)?)\?",
        @"\b(tecnico|asesor|asesora|secretaria|maestro|vendedor|vendedora|encargado|consultor|consultora|sobrina)( [a-z]+){0,2} (te|le|lo|la) (chama|llama|liga|timbra|passa a promo[a-z]*|esta llamando|contacta)\b",
        @"\b(despues|depois|recien|so depois|una vez)( [a-z]+){0,4} (compr[a-z]+|pag[a-z]+|compra)[^.!?]{0,40}\b(libero|te (puedo )?dar? (mi|el) numero|con mucho gusto|libero o|mi numero|o telefone|por audio|te mando un audio|videollamada)\b|\b(antes|aqui) no (puedo|me dejan|podemos)( [a-z]+){0,2} (telefono|numero|celular)[^.!?]{0,30}\b(despues|luego|pero)\b|\b(nao|no) posso dar o telefone antes\b",
        @"\b(alo|audio|videollamada|video llamada|chamada de video|llamadita|ligacao)\b[^.!?]{0,40}\b(a tu linea|no celular|en tu celular|diga usted la hora|y (le|te) enseno|pra mostrar|para mostrar[a-z]*|explicand[oa])",
    ];
}
