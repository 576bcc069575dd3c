namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>A word alone that is nothing but an insult, wishes of harm, and how a buyer is told that he is too stupid, too poor or the wrong one to ask.</summary>
internal static class Belittling
{
    private const string You = "(usted|ud|vos|tu|voce|vc|ustedes|voces|ese|esse)";

    public static readonly string[] Patterns =
    [
        // The whole sentence: of a thing it would say more.
        @"(^|[.!?] )(que |sos |eres |seu |sua |so )?(ladron|ladrona|ladrao|chorr[oa]|trampos[oa]|caradura|sinverguenza|desgraciad[oa]|maldit[oa]|mentiros[oa]|viller[oa]|nac[oa]|flaite|huachaf[oa]|pirob[oa]|gamin|corno|bicha|sapatao|baleia|parasit[oa]|estafador[a]?|mantenid[oa]|paragua|bolita|caloteir[oa]|pilantra|safad[oa]|tapad[oa])( [a-z]{2,8})? ?([.!]|$)",
        @"\b(pobreton(es)?|pirob[oa]s?|patirrajad[oa]s?|pata ?rajada|huachaf[oa]s?|cabeza de termo|cabeca de vento|pe rapado|mao de vaca|muertit[oa] de hambre|muert[oa] de frio|lamebotas|mugros[oa]s?|ronos[oa]s?|viej[oa]s? chot[oa]s?|velh[oa] caduc[oa]|filh[oa] de uma? (egua|vaca|quenga)|culicagad[oa]|cara de (verga|culo|cu|nalga))\b",
        @"\b(gord|flac|fe|viej|velh|negr|pret|fei|mal educad)[oa]s? (asqueros[oa]|inmund[oa]|imund[oa]|apestos[oa]|hediond[oa]|repugnante|nojent[oa]|fedid[oa]|repulsiv[oa])s?\b|\b(estas|esta|es) gaga\b|\bmentiros[oa],|\bvivis del plan\b",
        @"\b(te|lo|la) (voy|vamos) a (romper|cagar a|matar|reventar|partir|pegar|encontrar|meter un|agarrar)\b|\bvou te (achar|pegar|quebrar|matar|encontrar|arrebentar|cacar)\b|\bte (rompo|reviento|cago a|mato a|parto la)( |[.!,]|$)|\bojala (te|se te|que te)\b|\bdios te castigue\b|\b(morra|morrete|murase|que te mueras)\b",
        @"\b(pregunt[ae](le|selo)?|que (te|le|se) lo explique|que pregunte|pedile|dile|digale|llama|chama|manda|manda teu|pergunta)( [a-z]+){0,2} (tu|su|seu|teu|un|um|pro|ao) (marido|esposo|novio|hombre|homem|macho)\b",
        @"\bque (te )?(lo )?(desenhe|dibuje)\b|\bquer que( eu)? desenhe\b|\b(un|unos) dibujit[oa]s?\?|\b(con|com) (plastilina|manzanitas|massinha|bolitas)\b|\b(no|nao) (te|le|lhe) (da|alcanza) (la|el) (cabeza|cerebro|mate|coco)\b|\b(sin|sem) cerebro\b|\bcerebro novo\b|\bfaltou na aula\b|\bpara eso (fue|fuiste) a la escuela\b",
        @"\bse (nota|ve|le ve) que (no )?(termin|estudi|fue a|fuiste a|sab|leer)[a-z]*|\b(leer|ler)( [a-z]+)? (no es lo (suyo|tuyo)|nao e o seu forte)\b|\b(no|nao) (atend|atiend|acept|aceit|vend)[a-z]* (a )?(judi[oa]s|judeus|negr[oa]s|pret[oa]s|bolivian[oa]s|venezolan[oa]s|peruan[oa]s|paraguay[oa]s|chin[oa]s|haitian[oa]s|gitan[oa]s|gays|trav[a-z]+|mujeres|viej[oa]s|pobres|indi[oa]s|nordestin[oa]s|baian[oa]s|extranjer[oa]s)\b",
        $@"\b(no|nao|sin|por|con|com|pra|para)( [a-z]+){{0,3}} (gente|gentuza|gentinha|clientes?|tipos|personas) (como|igual a|que nem|feito) {You}( (este|no|uno|se|nunca|esta|me|nao|so)|[.,!]|$)|\b(gente|clientes?|tipos) como {You} (no|nunca|nao|cans|me|solo|so|viv|arruin)[a-z]*",
        @"\b(gord[ao]s?)( [a-z]+){0,3} (no|nao) (entra|entran|cabe|cabem|usa)|\bcon (ese|tu) (cuerpo|talle|fisico)( [a-z]+){0,3} (no|ni|nada|comprate)\b|\bcomprate (una carpa|anteojos|lentes|un cerebro|algo acorde)\b|\b(anda|ve|vaya|vete|vai)( [a-z]+)? a (llorar|mendigar|chorar|lavarte|que (te|lo|la) mantengan)\b|\bvai te catar\b|\bdeixa de (ser|perguntar) (burr|besteir|trouxa|bobag|idiot|mao)[a-z]*",
        @"\b(volv[e]|volvete|vuelvete|volta|vuelva)( [a-z]+)? (a la villa|pra favela|pra africa|a la selva|pro mato|a tu pais|a su pais|pra sua terra)\b|\b(pobre|preto|negro|gente pobre) (aqui|aca) (no|nao)\b|\bpobre (e uma desgraca|no compra|nao compra)\b|\bpara (los )?pobres hay\b|\bmulher e tud[oa] (burra|igual)\b|\b(mi|meu) (hijo|nene|filho|sobrino)( de [a-z0-9]+ anos)? (entiende|entende|lo sabe) (mejor|melhor|mas)\b|\bhasta un (nene|nino|bebe)( [a-z]+){0,3} (entiende|sabe|responde)\b|\bla (responde|sabe|contesta) hasta un\b",
    ];
}
