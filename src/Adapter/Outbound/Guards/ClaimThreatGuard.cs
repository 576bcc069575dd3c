using System.Text.RegularExpressions;
using MeliBot.Patterns;

namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>Pressure about claims, ratings or reputation, and favours for a good one: the platform sanctions it, and a buyer remembers it.</summary>
public sealed class ClaimThreatGuard() : PatternGuard(
    Name,
    GuardReasons.ClaimThreat,
    $@"\b(no|nao|nunca|sin|sem|ni) (me |nos )?(hagas?|hagan|abras?|abran|abra|inicien?|inicies|pongas?|generes?|metas|reclamen?|reclames|denunci[ae]s?|faca|facam|registre|abrir|hacer|iniciar|fazer)\b( {W}){{0,3}} {Claim}",
    @"\b(no|nao|ni)( se te ocurra| pense em| ouse)? (nos |me )?(reclamen?|reclames|reclamar|denuncies?|denunciar)\b",
    $@"\b(evit[a-z]*|antes de|en vez de|en lugar de|ao inves de|antes que|cuidad(o|ito) (con|com|al)|ojo (con|al)|ojito (con|al)|guarda con)( {W}){{0,4}} ({Claim}|calif[a-z]+|avaliar|qualificar)",
    $@"\b(si|se|caso|cuando|quando|quien|quem|el que|al que)( {W}){{0,3}} (haces|hace|hacen|hagas?|abris|abres?|abre|abren|abrir|abras?|abra|abrirem|inici[a-z]+|pones|pone|metes|mete|generas?|fizer|faz|registr[a-z]+|realiz[a-z]+)( {W}){{0,2}} {Claim}",
    @"\b(si|se|caso|al que|quien|el que|quem)( [a-z]+){0,3} (reclamas?|reclames?|reclamar|reclaman|reclama|quejas|quejes|quejan?|queixar?|denuncias?|denuncies?|denunciar)\b",
    $@"\b(con|com|por) (un |el |o |um )?reclam[a-z]*( {W}){{0,2}} (abierto|aberta|aberto|iniciado)?( {W}){{0,4}} (no|nao|perd[a-z]+|pierd[a-z]+)\b",
    $@"\b{Claim}( {W}){{0,8}} (perdes|pierdes|pierde|perdera|bloque[a-z]*|te denunci[a-z]*|no te (devolv|reintegr)[a-z]*|nao (devolv|reembols)[a-z]*|sin garantia|sem garantia)",
    @"\b(afect|perjudic|arruin|prejudic|manch|dan|ensuci)[a-z]*( [a-z]+){0,3} (reputac[a-z]+|calificacion(es)?|la loja|a loja)\b|\b(reclamos?|reclamac[a-z]+|opinion|opiniao)( [a-z]+){0,3} (perjudic|prejudic|afect)[a-z]*|\breputac[a-z]+ (cai|baja|se arruina)",
    @"\b(calificacion(es)?|reputacion|reputacao|avaliac(ao|oes)|qualificac(ao|oes)|opinion(es)?|opiniao|nota|resena|puntaje) (muy )?(negativ[ao]s?|mal[ao]s?|ruim|ruins|baj[ao]s?|baix[ao])\b|\b(mal[ao]s?|pesim[ao]) (calificacion(es)?|reputacion|opinion(es)?|nota|resena|puntuacion)\b",
    @"\b(no|nao) (me |nos |lo |la )?(calific|califiq|puntu|avali|qualifi)[a-z]*( [a-z]+){0,2} (mal|negativ[a-z]*|baixo|bajo)\b|\b(si|se|caso)( [a-z]+){0,2} (calific|califiq|puntu|avali|qualifi)[a-z]*( [a-z]+){0,2} (mal|negativ[a-z]*)\b",
    @"\b(calificanos|calificame|calif[a-z]+|puntuanos|puntua|avalie|avaliem|qualifique|dejanos|deja|dejas|dejen|danos|das|ponenos|pone|pones|deixe|deixem|necesitamos|precisamos|queremos|opinas|opina)\b( [a-z]+){0,5} ((5|cinco) estrel(l)?[a-z]+|positiv[a-z]+|positivamente|bien|(buen[ao]?|excelente|boa|linda) (opinion|opiniao|calificacion|nota|resena|reputacion|avaliacao))\b",
    @"\b(5|cinco) estrel(l)?[a-z]*( [a-z]+|=| =){0,3} (ganha|gana|tenes|tienes|brinde|regal[a-z]*|descuent[a-z]*|desconto|obsequio)\b|\b(regal[a-z]*|obsequi[a-z]*|brinde|presente)( [a-z]+){0,4} (si|por|se)( [a-z]+){0,4} (opini[a-z]+|opinas|calif[a-z]+|estrellas|estrelas|avali[a-z]+|resena)\b",
    @"\bte (vamos a |voy a |podemos |puedo )?(denunci|bloque|report)[a-z]*\b|\b(vou|vamos) te (avaliar|denunciar|bloquear|reportar)\b|\bte (vamos a |voy a )?calif[a-z]+( [a-z]+){0,2} (mal|negativ[a-z]*|igual)\b|\beu te bloqueio\b|\b(estas|esta|quedas|sera|vas a quedar) bloquead[oa]\b|\breclamar bloqueio\b",
    @"\b(quit|retir|cancel|cerr|cierr|baj|elimin|remov|tir|levant|desist|fech|encerr|anul|borr|sac|saque|saqu)[a-z]*( (el|la|o|a|tu|su|seu|ese|del|da))+ (reclamo|reclamacion|reclamacao|mediacion|mediacao|disputa|denuncia|queja)\b|\b(que|para que) (nos |me )?(reclames|reclame|denuncies|denuncie)\b",
    // A favour for a rating, or for another one.
    $@"\b(con|por|si|a cambio de|com|se|deja|dejas|dejame|hace|pone|poneme|pon|cada)( {W}){{0,4}} {Rating}( {W}){{0,6}} (te|le|les|lhe|voce|ganha|ganas|gana|recib[a-z]+|receb[a-z]+|llevas|leva|tenes|tienes|hay)( {W}){{0,5}} (regal[a-z]*|gratis|obsequi[a-z]*|brinde|presente|descuent[a-z]*|desconto|reembols[a-z]*|devuelv[a-z]*|devolv[a-z]*|bonific[a-z]*|cashback|accesorio|premio|sorpresa|cupon|cupom|reintegr[a-z]*)\b",
    $@"\b(cambi|modific|sub|mejor|corrij|correg|alter|edit|mud|troc|borr|elimin|quit|sac|retir|apag|exclu)[a-z]*( (me|nos|la|el|tu|su|sua|a|o|esa|ese|essa))* {Rating}",
    $@"\b(no|nao) (te|le|lhe|vos) (conviene|convem)( {W}){{0,4}} (reclam[a-z]*|calific[a-z]*|denunci[a-z]*|opinar|avaliar|{Claim})|\b(se|sei|sabemos|tengo|tenho|tenemos|temos)( {W}){{0,2}} (donde vivis|donde vives|donde vive|onde (voce |vc )?mora|tu direccion|tu domicilio|su direccion|seu endereco|tus datos)\b",
    $@"\b(regal[a-z]*|obsequi[a-z]*|brinde|presente|cup(on|om)|descuent[a-z]*|desconto|sorpresa|premio|reintegr[a-z]*|cashback|bonific[a-z]*)( {W}){{0,6}} (si|se|por|al|ao|quando|cuando)( {W}){{0,5}} {Rating}\b",
    @"\b(si|se|caso)( [a-z]+){0,3} (devuelv|devolv|reclam|calific|denunci|quej|queix|cancel|avali|opin)[a-z]*[a-z ,]{0,40}\b(va|vas|vai|van) (a )?(tener|ter) (problem|consecuenc|consequenc|quilombo|lio)[a-z]*",
    @"\b(te|lo|la) (vamos|voy) a ir a buscar( a (tu|su) casa)?([.!]|$)|\b(va|vas|vai|van)( a)? (se )?arrepentir(se|te)?\b( de (haber |ter )?(reclam|calific|denunci|devuel|devol|avali|compra)[a-z]*)",
    @"\b(mas|mais|otra|outra|una|uma) (avaliacao|calificacion|opinion|resena|queja|reclamo|reclamacao|denuncia)[a-z ,]{0,50}\b(arrepent|voy a (tu|su)|vou (ai|na sua)|te (busco|encuentro|encontro)|lamentar)[a-z]*|\b(se|sei) (onde|donde)( (voce|vc|usted|tu))? (mora|moras|vive|vives|vivis)\b",
    @"\b(ojo|ojito|cuidado|cuidadito|guarda) (con|al)( [a-z]+){0,2} (opin|calific|coment|reclam|denunci|puntu|avali)[a-z]*|\b(con|si hay|habiendo) reclamos?,? no (hay|tenes|tienes|damos)\b|\b(mi|meu|nuestro|nosso) (abogad[oa]|advogad[oa])s?\b|\b(al|en el|no) (veraz|serasa|buro de credito|buro|datacredito|dicom)\b",
    @"\b(public|expon|expong|expor|sub[oi]|difund|escrach|comparto|colocar|boto)[a-z]*( [a-z]+){0,2} (tus|tu|seu|seus|su|sus|teu) (datos|dados|nombre|nome|foto|cara|direccion|domicilio|endereco)\b|\bte (demando|denuncio|escracho|reporto|bloqueo)\b|\b(lo|la) escracho\b|\b(se|sei|conozco|tengo|tenho)( [a-z]+)? (tu|su|seu|sua|teu) (nombre|nome|cep|calle|cara|timbre)\b|\bte (suspendan|bloqueen|cierren) la cuenta\b|\bperder (sua|tu|su) conta\b",
    @"\b(cinco|5) estrel[a-z]*( [a-z]+){0,3} (y|e) (te|le|lhe|ganh|gan|eu|yo)[a-z]*|\b(primero|primeiro)( [a-z]+){0,2} (me |nos )?(avali|calific)[a-z]*|\bsi la (opinion|calificacion|nota) (es|sale|no es)\b|\b(opinion|comentario|avaliacao|resena)( [a-z]+){0,2} (positiv[oa]|buen[oa]|boa) (y|e) (te|le|lhe|la|ganh)",
    @"\blista negra\b|\bcarta documento\b|\b(te|le) (voy a |vamos a )?(hacer|hago|iniciar|inicio)( un)? juicio\b|\bte mando (a )?(mi )?abogad[oa]\b|\bacciones legales\b|\bte processo\b|\bte va a ir mal\b")
{
    public const string Name = "claim-threat";

    private const string W = "[a-z0-9]+";

    private const string Rating = "(opinion(es)?|opiniao|calificacion(es)?|resenas?|resena|estrellas?|estrelas?|avaliacao|avaliacoes|comentarios?|puntuacion|puntaje|nota|valoracion|review)";

    private const string Claim = "(reclam[a-z]*|mediacion(es)?|mediacao|disputas?|denuncias?)";

    /// <summary>"100 % de calificaciones positivas": what others gave.</summary>
    private static readonly LinearPattern Boast = new(@"[0-9]+ ?%? (de )?$");

    private static readonly LinearPattern Feature = new(@"sistema|alarma|camara|gps|antirrobo|inmoviliz|eficiencia|bateria|frio|calor|luz|gama|resolucion|sensor|bluetooth|consumo");

    /// <summary>"Se reclama en …", "si hay una falla se reclama por …": in Spanish nobody does it, and a warranty says where.</summary>
    private static readonly LinearPattern Way = new(@"\bse reclaman?$");

    private static readonly LinearPattern Where = new(@"^ ?(en|por|desde|a traves|ante|dentro|directo|directamente|con|al|como|en linea|online|a la|usando|aca|aqui)\b");

    /// <summary>Who says that a claim costs nothing, or that it is what to do, presses nobody.</summary>
    private static readonly LinearPattern Welcome = new(
        @"\b(no|nao) (se )?(pierd[a-z]*|perd[a-z]*|afecta|prejudica)( [a-z]+){0,3} (garantia )?(por|al|ao|si)( [a-z]+){0,2} (abrir|inici[a-z]*|hacer|reclam[a-z]*)|\b(no|nao) (se pierde|perde|pierdes|pierde|perdes|se perde|afecta) (la|su|tu|a|sua) garantia\b"
        + @"|\b(abr[aei]s?|inici[ae]s?|hac[ae]|haga|hagas|faca|levant[ae]|levantar)( [a-z]+){0,2} (reclamo|reclamacion|reclamacao)( [a-z]+){0,3},? (y|e|que) (con gusto )?(l[oa] |te |se |a gente |nos )*(lo )?(resolvemos|solucionamos|cambiamos|reponemos|resolve|troca|trocamos|ayudamos)\b"
        + @"|\b(no|nao) (damos|doy|ofrecemos|ofrezco|oferecemos|regalamos|hacemos|pedimos)( [a-z]+){0,2} (regalos?|obsequios?|descuentos?|descontos?|brindes?|premios?|nada)( [a-z]+){0,2} (por|a cambio|em troca|en troca)\b|\bestrel(l)?as de (madera|metal|vidrio|tela|papel|madeira)\b|\b(advogad|abogad)[oa][a-z ,]{0,25}\b(revisa|redacta|redige|incluid[oa])\b");

    private protected override bool IsMeant(string text, Match match) => !Welcome.IsMatch(Clause.Sentence(text, match)) && !ClaimPressureGuard.MayStay.IsMatch(Clause.Sentence(text, match)) && !(Way.IsMatch(match.Value) && Where.IsMatch(text[(match.Index + match.Length)..])) && !Boast.IsMatch(text[Math.Max(0, match.Index - 12)..match.Index]) && !(match.Value.Contains("bloquead", StringComparison.Ordinal) && Feature.IsMatch(Clause.Sentence(text, match)));
}
