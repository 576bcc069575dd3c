using System.Text.RegularExpressions;
using MeliBot.Patterns;

namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>E-mail addresses, also with the at sign or the dot in words, and talk of exchanging them.</summary>
public sealed class EmailGuard() : PatternGuard(
    Name,
    GuardReasons.Email,
    [@"[a-z0-9][a-z0-9._%+-]* ?@{1,2} ?[a-z][a-z0-9-]+( ?\. ?[a-z][a-z0-9-]*)+",
    @"[a-z0-9][a-z0-9._%+-]* ?@{1,2} ?[a-z][a-z0-9-]+ ?, ?(com|net|org)\b",
    @"[a-z0-9][a-z0-9._%+-]{2,}@[a-z][a-z0-9-]{2,}",
    $@"[a-z0-9._+-]+ ?{Open}(at|arroba|@|a){Shut} ?{Provider}",
    @"[a-z0-9._+-]+ ?[(\[{<] ?(at|arroba|@) ?[)\]}>] ?[a-z0-9]+",
    @"\b[a-z0-9._+-]{3,}[(\[{<]a[)\]}>][a-z0-9-]{2,}([(\[{<] ?(\.|punto|ponto|dot) ?[)\]}>]|\.)[a-z]{2,6}\b",
    $@"[a-z0-9._+-]+ ?[-_*/]? ?arroba ?[-_*/]? ?[a-z0-9-]+ ?{Dot} ?[a-z]{{2,6}}\b",
    @"[a-z0-9._+-]+ at [a-z0-9-]+ (punto|ponto|dot) [a-z]{2,6}\b",
    $@"(arroba|@) ?{Provider}",
    $@"{Provider} ?{Dot} ?com",
    $@"\b{Provider} com\b",
    $@"\b[a-z0-9._-]*[0-9_.][a-z0-9._-]* (en|no|de|del|at|a) (el )?{Provider}",
    $@"\b(mi|nuestro|meu|nosso|o|el) {Mail}( [a-z]+)?( (es|e)| ?[:=])( |$)",
    $@"\b{Mail} ?[:=] ?[a-z0-9]",
    $@"\b{Provider} ?: ?[a-z0-9]",
    $@"\b(es|e|de|do|del|al|mi|meu|no|na|en|arriba de|nuestro|nosso|su|pro|y|luego|despues) {Provider}",
    $@"@ [a-z ,]{{0,30}}{Provider}",
    $@"\b(qual|cual|que)( (es|e|o|el))* (tu|su|seu|teu) {Mail}",
    $@"\b(pas|dej|mand|envi|dam|dem|decim|digam|deix|inform|indic|escrib|escrev|regal|comparti)[a-z]*( (me|nos|aqui|aca|ahi|ai|ya|por favor|porfa|porfavor|plis))*( (un|um|tu|su|seu|teu|o|a|por|al|el|nuestro|mi))* {Mail}\b",
    $@"\ba (tu|su|seu) {Mail}\b",
    $@"\b(a|para|em) (que|qual|cual) ({Mail}|casilla|direccion electronica|direccion de correo|endereco eletronico)\b|\b(qual|cual|que)( (o|e|es|a|la))* (melhor|mejor|direccion de (tu|su)|endereco de) {Mail}\b|\b(a|en) (tu|su) (bandeja|casilla)\b|\b(qual|que) endereco eletronico\b",
    $@"\b({Mail}|casilla|cuenta|conta|buzon|caixa) (de|do|del) (google|microsoft|yahoo|gmail|hotmail)\b",
    $@"\b[a-z0-9._]+ ?[(\[]? ?(arrobita|a enroscada|a con rulito|a redonda|a rodeada|caracolito|simbolo de arroba|signo arroba) ?[)\]]? ?[a-z0-9]+",
    @"\b(arrobita|a enroscada|a con rulito)\b",
    @"-@-[a-z]-",
    // The sign by what it looks like, the provider before the name, an address that a sentence gives in pieces.
    $@"\b[a-z0-9_.]{{3,}},? (a |el |la |o |un |mas |mais |y )*(caracol|arr|rulito|a enrolado|a rodeada|aquel simbolo|aquele simbolo|simbolito)[. ]( ?[a-z]+){{0,4}} ?{Provider}",
    $@"\b(mi|nuestro|meu|nosso|el) (g-mail|{Provider})( (es|e|mio|meu|nuestro))+ |\b(e|es|o|el) g-mail\b",
    $@"\b(escrib|escrev|correo|mail|presupuesto|cotizacion|contact)[^.!?]{{0,60}}\b[a-z0-9_.]{{6,}} (en|no|do|de) {Provider}",
    $@"\b[a-z0-9_.]{{3,}},? arroba,? (y |e )?(la marca|el nombre|o nome|nosso|nuestro|icloud|i-c-l)",
    $@"\b(por|no|al|en el) (correo electronico|e-?mail|mail institucional|correo institucional)( (si|que|donde|de la|lo|la|se|me|te))* ?(dej[a-z]+|deix[a-z]+|pas[a-z]+|inform[a-z]+|vemos|empresa|institucional|en la siguiente)",
    $@"\b(dej|pas|compart|pong|pon|indic|indiqu|regal|deix|escrib)[a-z]*( (me|nos|su|el|tu|un|seu|o|aca|aqui))* {Mail}( (separado|con|sin|en|na|aqui|aca|y|e))|\b(su|tu|seu|teu) caixa de entrada\b"])
{
    public const string Name = "email";

    private const string Provider = "(g ?mail|gmai[li]|hot mail|out look|gm[ei]+l|j[ei]+m[ae]il|y[ei]+m[ae]il|[hj]otm[ae]il|outluk|autlu[ck]|[yi]a[hj]oo|hotmail|outlook|yahoo|icloud|protonmail|ymail|fibertel|bol|uol|live|terra|proton|zoho)(?:\\b|(?:com|punto))";

    private const string Mail = "(e-?mail|mail|mailcito|meil|correo|correito|correo electronico|imeil|imail|emilio)";

    private const string Open = "[-(\\[{<*_ ]{0,2}";

    private const string Shut = "[-)\\]}>*_ ]{0,2}";

    private const string Dot = "([-(\\[{<*_] ?)?(\\.|,|punto|ponto|dot)( ?[-)\\]}>*_])?";

    /// <summary>A mail program as a feature, the buyer's own mailbox on the platform, the postal service.</summary>
    private static readonly LinearPattern Feature = new(
        @"compati[bv]|\b(roda|navegador|android|memoria ram|gb de ram)\b|rua de terra|sincroniz|\bapps?\b|aplicac|requier|licenc|mercado ?li[bv]re|correo (argentino|uruguayo|de chile|postal|privado|oca|andreani)|(por|via|a sucursal de|de|en|sucursal del?) correo( |$|,|:)|\bel correo (es (lento|caro|mal[oa]|buen[oa]|rapido|quien|el que (lo|la|entrega|trae))|esta (lento|demorad[oa]|atrasad[oa]|de paro)|anda (lento|mal|demorad[oa])|demora|tarda|llega|l[oae]s?|cobra|pasa|entrega|retira|trae|no trabaja)\b|\b(envia|manda|escanea) [a-z ]{0,15}al correo que (le|l[eo]s|usted|vos|se) |\b(acepta|aceita) (gmail|outlook|hotmail)|incluye|inclui|notificac|permit|software|programa|factura|boleta|nota fiscal|danfe|licenc|descarg|activac");

    /// <summary>To ask the buyer for it is never a feature.</summary>
    private static readonly LinearPattern Asks = new($@"(^| )(pas[ae]|dej[ae]|mand[ae]|envi[ae]|dime|deme|dame|decime|deix[ae]|inform[ae]|indic[ae]|escrib[ai]|facilit[ae]|deme|dame|regal[ae]s?|fala)((me|nos)| me| nos)?( (por favor|porfa))?( (un|tu|su|seu|teu|o))+ {Mail}|^(qual|cual|que) ");

    private static readonly LinearPattern Written = new("@|arroba|punto|ponto|dot|[0-9_]");

    private protected override bool IsMeant(string text, Match match)
    {
        if (Clause.IsRefused(text, match)) return false;
        if (Asks.IsMatch(match.Value)) return true;
        return Written.IsMatch(match.Value) ? !Weight.IsMatch(match.Value) : !Feature.IsMatch(Clause.Sentence(text, match));
    }

    /// <summary>The old measure of weight, and a price per piece.</summary>
    private static readonly LinearPattern Weight = new(@"^[0-9]+([.,][0-9]+)? ?(arrobas\b|arroba ?(de|y|e)\b)|^[0-9]+ ?@ ?[0-9]");
}
