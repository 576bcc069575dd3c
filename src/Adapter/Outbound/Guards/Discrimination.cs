namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>Contempt for whom somebody is: slurs, refusing to sell to a group, women who wouldn't understand, the poor who shouldn't ask.</summary>
internal static class Discrimination
{
    private const string Group =
        "(bolivian[oa]s?|bolit[oa]s?|paraguay[oa]s?|paragu[oa]s?|peruan[oa]s?|perucas?|venezolan[oa]s?|venec[oa]s?|veneca|chilen[oa]s?|argentin[oa]s?|colombian[oa]s?|ecuatorian[oa]s?|haitian[oa]s?|dominican[oa]s?|cuban[oa]s?|mexican[oa]s?|uruguay[oa]s?|"
        + "brasiler[oa]s?|brasilen[oa]s?|chin[oa]s?|coreanos|judi[oa]s?|judeus?|arabes?|musulman(es|as?)?|muculman[oa]s?|moros?|gitan[oa]s?|cigan[oa]s?|negr[oa]s?|negrit[oa]s?|pret[oa]s?|mulat[oa]s?|indi[oa]s?|cabecitas?|chol[oa]s?|serran[oa]s?|nac[oa]s?|"
        + "viller[oa]s?|faveld[oa]s?|favelad[oa]s?|favela|maloqueir[oa]s?|nordestin[oa]s?|baian[oa]s?|paraibas?|caipiras?|grone|gron|gays?|put[oa]s?|trol[oa]s?|trans|travest[ai]s?|traveco|lesbianas?|lesbicas?|sapatao|bichas?|viados?|homosexuales|homossexuais|"
        + "viej[oa]s|velh[oa]s|pobres?|pobreton(es)?|indigentes?|mendigos?|sudacas?|extranjer[oa]s|inmigrantes|imigrantes|estrangeiros|kirchneristas?|macristas?|petistas?|bolsonaristas?|comunistas?|zurd[oa]s|crentes?|macumbeir[oa]s?|evangelic[oa]s|mujeres|mulheres|gordas?|discapacitad[oa]s|deficientes)";

    private const string People = "(un|una|uma|um|los|las|os|as|ese|esa|esos|essas?|esses?|esos|gente|gentuza|tu|su|seu|sua|tus|pinche|pinches|pura|puro|maldit[oa]s?)";

    public static readonly string[] Patterns =
    [
        $@"\b(no|nao|ni|jamas|nunca)( (se|le|les|lhe|te|lo|la|me|nos|quiero|quero|vamos a|voy a|vou|tratamos de))* (vend|atend|atiend|contest|respond|trabaj|trabalh|acept|aceit|negoci|trat|hag|hac|faz|fac|comerci)[a-z]*( (trato|tratos|negocio|negocios|nada|mais|mas|cosas))?( (a|para|pra|con|com))( (l[oa]s|os|as|um|uma|un|una|nenhum|ningun|gente|tipos|clientes|personas|pessoas|ese|esos|tus|esses))* {Group}\b",
        @"\b(no|nao)( (se|le|les|lhe|te|lo))* (vend|atend|atiend|contest|respond|trat)[a-z]* (a|para|pra|con|com) (gente|gentinha|gentuza|tipos|pessoas|personas|clientes) (como|asi|assim|de (tu|su|sua|seu) (clase|tipo|calana|laia|nivel)|de (villa|favela|la villa|barrio|color|cor)|pobre|fea|sin)",
        $@"\b(fuera|vuelvan?se|volve|volvete|vuelvete|vayan?se|andate|volta|volte|vao|vai embora)( [a-z]+){{0,2}} (a|para|pra) (tu|su|sua|seu) (pais|tierra|terra|rancho|villa|favela|selva|cerro|aldea)\b",
        $@"\b{Group} como (vos|voce|vc|tu|usted|ustedes|ud|ese|esse)\b|(^|[.,!?] ?)(seu|sua|pinche|so|maldit[oa]) {Group}([,.!]|$)",
        $@"\b{Group} (de mierda|de merda|sucio|sucia|suj[oa]|roban|roba|muert[oa] de hambre|asqueros[oa]s?|ignorantes?|brut[oa]s?|rat[ao]s?|tenia|tenias|tenian|tinha que ser|resentid[oa]s?|fed[a-z]+|apestos[oa]s?)\b",
        $@"\b(tenia que ser|tenias que ser|tinha que ser|so podia ser|solo podia ser|se nota que (sos|eres|es)|tipic[oa] de|coisa de|cosa de|cosas de|pergunta( tipica)? de|pregunta( tipica)? de|trabajo de|servico de|como buen|pareces|parece)( (un|una|uma|um))? ({Group}|loiras?|rubias?|minas?|minitas?|mujer(es)?|mulher(es)?|senoras?|viejas?|retardad[oa]s?|mogolic[oa]s?|mongol(ic[oa])?s?|down|autistas?|debil(es)? mental(es)?|debil mental|nenas?|maricas?|villa|favela)\b",
        @"\b(sudacas?|venecos?|vene[ck]as?|mogolic[oa]s?|mongoloides?|mongolic[oa]s?|retardad[oa]s?|subnormal(es)?|oligofrenic[oa]s?|macac[oa]s? (imund|fedor)[a-z]*|crioul[oa] (suj|fed)[a-z]*|favelad[oa]s?|negr(os?|as?) (de mierda|cabeza|villero|sucio)[a-z]*|indi[oa]s? (de mierda|brut[oa]|ignorante|pata rajada)|sidos[oa]s?|travecos?|bichona|sapatona|judi[oa]s? (de mierda|rata|tacan[oa])|cabecita negra)\b",
        @"\b(una |las |uma |as |ser )?(mujer|mujeres|viejas?|minas?|senoras?|mulher|mulheres|rubia|loira|velha|velhas|gordas?)( que)?( como vos| como tu)? (no|nao|nunca|jamais|nada) (iba|va|van|ia|vai|vao|sab|entiend|entend|pued|pod|sirv|serv|tien|piens|pens|dev)[a-z]*\b",
        @"\b(pregunt|deci|dile|digale|pergunt|fala|pede|pedile|pidale|que venga|que (te|le) (explique|ayude)|manda|chama|llama|consult)[a-z]*( [a-z]+){0,2} (marido|esposo|novio|hombre|papa|padre|pai|namorado|homem|macho|varon)( [a-z]+){0,2},? (que|porque|pues|mejor|si|se|ya)\b[a-z ,]*\b(no|nao|nada|sab[a-z]*|entiend[a-z]*|entend[a-z]*|mujer(es)?|mulher(es)?|viejas)\b",
        @"\b(anda|andate|ve|vete|vaya|volve|vuelve|vuelva|regrese|vai|volta|volte|vayan)( mejor| melhor| nomas| vos)? (a |pra |para )(la |a )?(cocina|cozinha|lavar (los|la|a|os)? ?(platos|ropa|louca|pratos|roupa)|planchar|cocinar|cozinhar|limpiar la casa|lavar|fregar|barrer)([.,!?]|$| y| e| que)",
        @"\b(es|son|esto es|isso e|e|no es|nao e)( (un|una|um|uma|trabajo|trabalho|producto|produto|coisa|cosa|para|pra|de))+ (hombres?|homens?|machos?|varones|mujeres|mulher(es)?|mulherzinha|nenas|maricas?|viado|ricos|pobres?|gente (decente|con plata|bien))( (no|nao|y no)( (para|pra|de))? [a-z]+)?([.,!?]|$)",
        @"\b(si|se)( (te|le|lhe|voce|vc|usted|vos))? (no|nao|e|es|sos|eres|esta|estas|anda)( (te|le|lhe|ha))? ?(tenes|tienes|tiene|tem|alcanza|pued[a-z]+|podes|pode|da|llega|pobre|misera|sec[oa]|quebrad[oa]|fundid[oa]|jodid[oa]|pelad[oa])( [a-z]+){0,4},? ?(para que|no|nao|ni|mejor|nem|pra que|porque|por que|vai|anda|ve|vaya|compra|compre|consegui|busc)[a-z]* ?(me |nos |le |te )?(pregunt|pergunt|molest|compr|pid|hag|hinch|romp|enche|ench|encha|consult|perturb|pierd|perca|trabaj|trabalh|labur|a (trabaj|labur|busc)|otra cosa|outra coisa|jod|mir|olh|ped)[a-z]*",
        @"\b(isso|isto|esto|eso|este (producto|producto)|esta (marca|tienda|loja)|aca|aqui)( [a-z]+)? (no|nao) (es|e|vende[a-z]*|atende[a-z]*) (para|pra|a) (voce|vc|vos|ti|usted|gente como|cualquiera|qualquer um|pobre[a-z]*|ese bolsillo|su bolsillo|tu bolsillo|seu bolso)( pobre| pelad[oa]| no)?([.,!]|$)",
    ];
}
