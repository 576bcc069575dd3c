using System.Text.RegularExpressions;
using MeliBot.Patterns;

namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>In a claim: threats and accusations, and whatever talks the buyer out of the claim or away from the mediator.</summary>
public sealed class ClaimPressureGuard() : PatternGuard(
    Name,
    GuardReasons.ClaimPressure,
    // Close it.
    $@"\b({Close})( (el|la|este|esta|tu|su|a|o|do|da|del|de|sua|seu|essa|esse|con|com))* {Claim}",
    @"\b(cerralo|cierralo|cerrarlo|(lo|la) (cierres|cierre|retires|canceles|anules)|da(lo|rlo|la) por (resuelto|cerrado|terminado|solucionado|resuelta|cerrada)|pode (encerrar|fechar|cancelar)|(encerra|fecha|cancela)-?la)\b",
    @"\b(cerr|cierr|cancel|encerr|fech|termin|finaliz)[a-z]*( (esto|isso|isto|aca|aqui|el tema|o assunto|el asunto))\b|\bborr[a-z]* (lo que|tu|el|ese|este)\b|\b(apag|exclu)[a-z]* (o que|sua|essa)\b",
    @"\b(sugerimos|recomendamos|aconsejamos|proponemos|pedimos|rogamos|aconselhamos|propomos|lo mejor|o melhor|mejor|melhor)( que)?( [a-z]+){0,3} (cerr|cierr|cancel|retir|desist|encerr|fech|anul|baj)[a-z]*\b",
    @"\b(marca|marcalo|marques|marque|pone|pon|pongas|ponele|diga|digas|deci|decile)( [a-z]+){0,4} (resuelt[oa]|solucionad[oa]|resolvid[oa]|recibid[oa]|que ja recebeu)\b|\b(indica|indique|indiques|diga|deci|confirma|confirme)( [a-z]+){0,2} que (ya |ja )?(lo |o )?(recibiste|recebeu|recibio)\b",
    // It leads nowhere.
    $@"\b(no|nao)( (te|se|lhe))? (hace falta|necesitas|es necesario|precisa|e preciso|vale la pena|vale a pena|tiene sentido|faz sentido|conviene|convem|adianta|sirve)( [a-z]+){{0,6}} ({Claim}|mercado li[bv]re)",
    $@"\b{Claim}( [a-z]+){{0,3}} (no|nao)( te| lhe)? (va a servir|sirve|serve|vale|adianta|va a convenir|conviene)\b|\b(no|nao)( te)? (va a|vai) (convenir|servir|adiantar)\b",
    $@"\b(no|nao|ni) (escales|lleves|pidas|sigas|continues|pases|vayas|leve|peca|recorras|metas|involucres|involucremos|acudas|recurras|contactes|envolva|prossiga|continue|siga)( [a-z]+){{0,5}} ({Claim}|mercado li[bv]re|intervencion|intervencao)",
    @"\b(no|nao) (reclames|reclame|reclamen)\b|\b(deja|deje|pare|para|dejar) de reclamar\b|\bsigas reclamando\b",
    @"\b(sin|sem)( (el|la|o|a|que|intervenga|meter|involucrar|pasar|por|llegar|envolver|al))* (mercado li[bv]re|mediacion|mediacao|mediador)\b|\b(no|nao)( [a-z]+){0,2} (involucr|envolv)[a-z]*( (a|o|al|la|el))* (mercado li[bv]re|mediador|mediacion|mediacao)\b",
    @"\b(arregl|resolv|solucion)[a-z]*( [a-z]+){0,3} (entre (nosotros|nos)|direct[ao](mente)?|diret[ao](mente)?)\b",
    $@"\bantes (de|que)( (seguir|continuar|avanzar|ir|prosseguir|sigas|escalar|pasar))( [a-z]+){{0,3}} ({Claim}|mercado li[bv]re)",
    @"\bentre (nosotros|nos)\b|\b(retir|cerr|cierr|tir|cancel)[a-z]* (eso|isso)\b|\b(no|nao) (llev|lev)[a-z]* (esto|isto|isso)\b|\b(no|nao) (lleva|da|leva)( en| em| a)? nada\b|\b(deberias|debieras|devia|deveria)( [a-z]+)? (encerrar|fechar|cancelar|cerrar|pensar[a-z]*)\b|\b(demora|demoran|tarda|tardan|leva) (meses|anos)\b|\b(envolver ninguem|involucrar a nadie)\b",
    @"\b(insist(is|es|e|ir|as|en))\b|\b(salir|sair|sale|sai) caro\b|\barrepen[a-z]*\b",
    // The buyer loses by it.
    @"\b(sal|vas a salir|sai|vai sair)[a-z]* (perdiendo|perdendo)\b|\b(no|nao) (ganas|gana|ganha|vas a ganar|se gana|logras|consigues|conseguis|consegue)( [a-z]+)? nada\b|\b(no|nao) te (va|van|vai|vao)( a)? (dar|ayudar|escuchar|hacer|ajudar|ouvir)\b",
    $@"\b(vas a|va a|vai|vais a|podes|puedes|pode|estas|esta) (perder|perdiendo|perdendo)( [a-z]+){{0,3}} ({Claim}|garantia|derecho|direito|dinero|plata|dinheiro|tiempo|tempo)",
    $@"\b(perd(es|eras|e|era)|pierd(es|e))( [a-z]+){{0,3}} ({Claim}|garantia|derecho|direito|tiempo|tempo)",
    @"\b(no|nao) (vas a|vai|va a) (ganar|ganhar)\b|\b(da|dan|dara|daran|dar)( [a-z]+){0,4} (la )?(razon|razao)\b",
    $@"\b(si|se|mientras|enquanto|con|com)( [a-z]+){{0,4}} {Claim}( [a-z]+){{0,4}},? (no|nao) (podemos|hacemos|fazemos|te|le|lhe|vamos|devolvemos|enviamos|hay|ha)\b",
    // Threats.
    @"\b(acciones|medidas|acoes) (legales|judiciales|judiciais|legais)\b|\b(llevar|levar|llevarte)( [a-z]+){0,2} (juicio|justicia|justica|tribunales)\b|\b(denunciarte|denunciarlo|reportarte|demandarte|processar voce)\b|\b(vamos|voy|vou)( [a-z]+){0,2} (denunciar|reportar|demandar)\b",
    @"\b(cuenta|conta|usuario|perfil)( [a-z]+){0,4} (bloque[a-z]*|suspend[a-z]*|inhabilit[a-z]*|cancelad[ao])\b|\b(suspension|suspensao|bloqueo|bloqueio|baja|suspender|bloquear|bloqueen|suspendan)( (de|da|do|del|la|tu|sua|su|a))* (cuenta|conta|usuario)\b",
    @"\b(cierran|cierren|cerrar|bloquean|bloquear|suspenden|suspender|fecham|bloqueiam|suspendem)( [a-z]+){0,2} (cuenta|conta|usuario|perfil)\b|\b(acab|termin|qued|fic)[a-z]* (suspens[oa]|suspendid[oa]|bloquead[oa]|inhabilitad[oa])\b|\bcuidado\b|\batente-se\b|\bconsecuencias\b|\bconsequencias\b",
    @"\b(levantalo|levantala|levantelo|quitelo|quitalo|saquelo|sacalo|desista|desiste|desisti) ?(logo|disso|ya|y|e|que|[.,!]|$)|\b(clic|toc|toqu|apret|apert|puls|marc|diz|diga|di)[a-z]*( [a-z]+){0,4} ""?(problema )?(resuelto|resolvido|solucionado|tudo certo|ta tudo certo|ya quedo|esta todo bien)\b",
    @"\b(mediador|mercado li[bv]re|meli|eles|ellos)( [a-z]+){0,2} (siempre|sempre|nunca|nos conoce|do nosso lado|de nuestro lado|del lado|do lado|va a fallar)\b|\b(siempre|sempre|nunca) (ganamos|gano|ganhamos|ganho|perdi|perdimos|perdemos)\b|\b(no|nao) (tenes|tienes|tiene|tem) (chance|chances|oportunidad|como ganar)\b|\bya le ganamos\b|\bsomos de nuestro lado\b",
    @"\b(queda|quedas|quedar|fica|ficar|ficas|te quedas|se queda) (sin|sem) nada\b|\bes esto o nada\b|\bpor las malas\b|\b(abogad[oa]|advogad[oa]|tribunales|policia)s?\b|\b(traer|traerte|tener|dar|ter)(te)? (problemas|processo|lio)\b|\b(voy|vou|paso|vamos)( [a-z]+){0,2} (a|na|en) (tu|su|sua) casa\b|\b(tengo|tenho|sei)( [a-z]+)? (tu|su|seu) (direccion|endereco|domicilio)\b|\bexpor (voce|vc)\b",
    @"\b(vos|usted|voce|vc)( (lo|la))? (rompiste|rompio|quebrou|dano|danaste|maltrato|usou|golpeo)\b|\b(rompiste|rompio|quebraste|danaste|maltrato|dano) (vos|usted|el producto y)\b|\b(lo|la) (dano|rompio|quebro|rompiste) (usted|vos)\b|\bculpa (suya|tuya|sua)\b|\b(sacar|tirar|levar|quiere|quer|querer) (ventaja|vantagem|provecho|proveito)\b|\b(fraude|banid[oa]|caloteir[oa]|abusiv[oa])\b|\b(envolv|met|involucr|llam|cham)[a-z]*( a)? (terceros|terceiros|nadie|ninguem)\b",
    $@"\b(con|com|mientras|enquanto|hasta que|ate)( [a-z]+){{0,4}} (abiert[oa]|abert[oa])( [a-z]+){{0,3}} (no|nao|nada)\b|\b(mientras|cuanto|quanto) (mas|mais) (insist|reclam|quej|queix)[a-z]*|\b(no|nao)( [a-z]+){{0,2}} (adianta|llegamos|sirve)( [a-z]+){{0,3}} (mercado li[bv]re|mediador|lado|lugar)\b|\bpens(alo|e|a|elo) (bien|bem|melhor|mejor)\b",
    @"\b(hasta que|enquanto|mientras|ate que)( [a-z]+){0,2} (no|nao)( (lo|la|me|a))? (saqu|sac|encerr|fech|cierr|cerr|retir|levant|tir|baj|cancel)[a-z]*|\b(deja|deixa|dejemos|deixe)( [a-z]+){0,2} (mediador|mercado li[bv]re)( [a-z]+)? (fora|fuera|afuera)\b|\bpara que (pedir|llamar|meter|chamar)( [a-z]+)? (mediador|mediacion|mercado li[bv]re)\b",
    // Accusations.
    $@"\b(delito|crime|desonest[oa]|deshonest[oa]|mala intencion|ma intencao|aprovech(as|ando)|aproveitando|vergonza|vergonha|ladron|ladrao|trampos[oa])\b|"
    + $@"\b(mintiendo|mentindo|mentiros[ao]|estafa|estafador|estafadora|golpista|golpe seu)\b|\bma(la)?[- ]fe\b|\b{Claim}( (es|e|son|sao))? fals[ao]s?\b|\bfals[ao]s? {Claim}")
{
    public const string Name = "claim-pressure";

    private static readonly LinearPattern Closes = new("^(cerr|cierr|encerr|fech|cancel|retir|no hace falta|nao precisa|no necesitas|no es necesario)");

    private const string Claim = "(reclam[a-z]*|mediacion|mediacao|disputa|caso|quejas?|queixas?)";

    private const string Close =
        "levanta|levantar|levante|levantes|levantas|quite|quitar|borra|borrar|borre|cerra|cerrar|cerras|cerremos|cerrando|cierra|cierre|cierres|cancela|cancelar|cancele|canceles|cancelando|anula|anular|anule|anules|retira|retirar|retire|retires|finaliza|finalizar|finalice|finalices|"
        + "tira|tirar|tire|baja|baje|bajar|bajes|desisti|desiste|desistas|desista|desistir|desistas de|elimina|eliminar|elimines|quita|quites|saca|saques|da de baja|des de baja|dar de baja|des por cerrado|encerra|encerre|encerrar|encerrando|feche|fecha|fechar|fechando";

    /// <summary>"No hace falta que cierres el reclamo": who says that it may stay open presses nobody.</summary>
    internal static readonly LinearPattern MayStay = new(@"\b(no|nao) (hace falta|tenes|tienes|tiene|necesitas|precisa|es necesario|hay|va a|vamos a)( (que|de|por))* (cerr|cierr|encerr|fech|cancel|retir)[a-z]*");

    private protected override bool Applies(GuardRequest request) => request.InClaim;

    private protected override bool IsMeant(string text, Match match) => !MayStay.IsMatch(Clause.Sentence(text, match)) || !Closes.IsMatch(match.Value);
}
