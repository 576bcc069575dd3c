namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>Pressure about claims, ratings or reputation: the platform sanctions it, and a buyer remembers it.</summary>
public sealed class ClaimThreatGuard() : PatternGuard(
    Name,
    "It puts pressure on the buyer about claims or ratings; Mercado Libre sanctions sellers for that.",
    $@"\b(no|nao|nunca) (me |nos )?(hagas?|hagan|abras?|abran|inicien?|inicies|pongas?|generes?|metas|reclamen?|reclames|denunci[ae]s?|faca|facam|registre)\b( {W}){{0,3}} {Claim}",
    @"\b(no|nao) (nos |me )?(reclamen?|reclames|denuncies?)\b",
    $@"\b(evit[a-z]*|antes de|en vez de|en lugar de|ao inves de|antes que)( {W}){{0,4}} ({Claim}|calific[a-z]*|avaliar|qualificar)",
    $@"\b(si|se|caso|cuando|quando)( {W}){{0,3}} (haces|hace|hacen|hagas?|abris|abres?|abren|abrir|abras?|abrirem|inici[a-z]+|pones|pone|metes|mete|generas?|fizer|faz|registr[a-z]+|realiz[a-z]+)( {W}){{0,2}} {Claim}",
    @"\b(si|se|caso)( [a-z]+){0,2} (reclamas?|reclames?|reclamar|reclaman|denuncias?|denuncies?|denunciar)\b",
    $@"\b{Claim}( {W}){{0,8}} (perdes|pierdes|perdera|bloque[a-z]*|te denunci[a-z]*|no te (devolv|reintegr)[a-z]*|nao (devolv|reembols)[a-z]*|sin garantia|sem garantia)",
    @"\b(afect|perjudic|arruin|prejudic|manch|dan)[a-z]*( [a-z]+){0,3} (reputac[a-z]+|calificacion(es)?)\b",
    @"\b(calificacion(es)?|reputacion|reputacao|avaliac(ao|oes)|qualificac(ao|oes)) (negativas?|malas?|ruim|ruins)\b",
    @"\b(calificanos|calificame|calific[a-z]+|puntuanos|avalie|avaliem|qualifique|dejanos|deja|dejen|danos|ponenos|deixe|deixem)\b( [a-z]+){0,5} ((5|cinco) estrel(l)?as|positiv[a-z]+|positivamente)\b",
    @"\b(te (vamos a |voy a )?(calific|denunci|bloque)[a-z]*|vou te (avaliar|denunciar|bloquear)|vamos te (avaliar|denunciar|bloquear))( [a-z]+){0,2}( mal| negativ[a-z]*)?\b")
{
    public const string Name = "claim-threat";

    private const string W = "[a-z0-9]+";

    private const string Claim = "(reclam[a-z]*|mediacion(es)?|mediacao|disputas?|denuncias?)";
}
