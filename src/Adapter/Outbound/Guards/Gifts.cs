namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>A rating bought, asked for in advance or given under a condition; a claim waited out, priced or laughed at.</summary>
internal static class Gifts
{
    private const string Praise =
        "(estrel(l)?[a-z]*|calific[a-z]+|califiq[a-z]+|avali[a-z]+|resen[a-z]+|opinion(es)?|opiniao|opinioes|comentarios?|comentar|comentou|nota (maxima|10|dez|diez)|notas? 10|elogi[a-z]+|puntu[a-z]+|puntaje|reputac[a-z]+|review|evaluacion|feedback|marcar \"?recomendo)";

    private const string Gift =
        "(regal(o|os|amos|ito|itos|arte|ole)?|obsequi[a-z]*|brindes?|brindezinho|mimos?|mimo|agrados?|presentes?|presentinho|premios?|cup(on|om|ones|ons)|descuent[a-z]*|desconto|descontos|cashback|reintegr[a-z]*|bonific[a-z]*|vale-?[a-z]*|pix|lucas|dinheirinho|ganha|ganham|ganas|ganan|gana|ganhou|ganhar|rebaj[a-z]*|sorte[a-z]*|particip[a-z]+|"
        + "(te|le|lhe|eu|yo|se) (lo |la |te )?(pago|transfiero|dou|doy|mando|envio|devolv[a-z]+|devuelv[a-z]+|reembols[a-z]+|repongo|invito|regalo|sumo)|devolv[a-z]+ (metade|[0-9]|o valor|o frete|r\\$)|reembols[a-z]+ (el|la|o|a|[0-9])|precio en la otra compra|(hay|tens?|tiene) [0-9]+ (mil|lucas))";

    public static readonly string[] Patterns =
    [
        $@"\b{Praise}\b[^.!?]{{0,70}}\b{Gift}\b",
        $@"\b{Gift}\b[^.!?]{{0,60}}\b{Praise}\b",
        @"\b(con|com|por|a) (un[a]? |cada |sus |tus |las |suas )?(bonit[oa] |buen[oa]? |linda |lindo |boa )?(comentario|resena|opinion|calificacion|avaliacao|cinco estrellas|5 estrellas|cinco estrelas)( (bonit[oa]|buen[oa]|positiv[oa]|lind[oa]|boa))?[^.!?]{0,40}\b(otro gratis|otro|outra?|devuelvo|te (hago|rebajo)|le (llega|devuelvo|rebajo))\b",
        // What is to be written, before or whatever comes.
        @"\b(pon|ponga|ponle|pone|marca|marque|marcar|diga|di|deci|decile|dale|escreve|escreva|fala|escriba|dele|de)( [a-z]+){0,4} (llego|chegou|llegue|recibido|recebido|perfecto|perfeito|excelente|impeque|resolvid[oa]|bien|lindo)[^.!?]{0,30}\b(aunque|mesmo que|ainda que|sin abrir|antes de|no esperes|te lo mando|e eu)\b",
        @"\b(diga|digale|dile|prefiro que diga|prefiero que diga|deci)[a-z]*( [a-z]+){0,4} (que )?(se equivoco|te equivocaste|desistiu|se arrepintio|desistio)[^.!?]{0,30}\b(no|nao) que\b",
        @"\b(nota|calificacion|avaliacao|resena|estrellas|evaluacion)\b[^.!?]{0,25}\b(abajo de|abaixo de|para abajo|pra baixo|menos de|por debajo de)[^.!?]{0,60}\b(sin|sem|no|nao|olvid[a-z]+|encerrad[oa]|pierd[a-z]+|perd[a-z]+|bloque[a-z]+)\b|\bde (tres|cuatro|3|4) para abajo\b",
        @"\b(apag|borr|edit|levant|retir|quit|elimin|tir|mud|cambi|sub)[a-z]*( [a-z]+){0,4} (critica|evaluacion|queja|coment[a-z]*|resena|calificacion|nota)\b[^.!?]{0,50}\b(te|le|lhe|ganh[a-z]+|gana[a-z]*|hay|conserto)\b",
        // Waited out.
        @"\b(esper[aeo]|espere|esperate|aguarda|aguarde|aguenta|deja pasar|deje pasar|deixa passar)[a-z]*[^.!?]{0,30}\b(pase|pasen|pasar|passar|passe|venza|venzan|acabe|acabar|termine|terminar|vencer|venca)[^.!?]{0,30}\b(plazo|prazo|dias|reclam[a-z]+)\b",
        // Its price.
        @"\b(si|se|caso)( [a-z]+){0,3} (devolv|devuelv|regres|retorn|cancel)[a-z]*[^.!?]{0,60}\b(descuento|descontamos|desconto|cobro|cobramos|cobra|pierd[a-z]+|perd[a-z]+)[^.!?]{0,25}[0-9]+ ?(%|por ?ciento|por cento)|\b(devolver|devolvelo|devolucion|devolucao|regresarlo)\b[^.!?]{0,40}\b(cuesta|custa|arca|cobro|cobramos|descontamos|paga)[^.!?]{0,50}([0-9]+ ?%|embalagem|transporte|sedex|desgaste)",
        @"\b(no|nao|nem|ni)( (me|le|se|te|lo))* (pida|pidas|peca|clique|cliques|mueva|pique|toque|aprete|use|pense em)[^.!?]{0,20}\b(reembolso|devolucion|devolucao|tuve un problema|tive um problema|problemas? con mi compra|boton de problemas?)\b",
        @"\bcompr(ou|aste|o),? (ta|esta|quedo) (comprad[oa]|comprado)\b|\bcomigo (nao|no) tem (devolucao|troca|reclamacao)\b|\bpor arrepentimiento no (devuelvo|devolvemos|acepto)\b|\b(reclamacao|reclamo|queja) (comigo|conmigo) (nao|no)\b",
        @"\b(banco|contracargo|contest(ar|ou|a)|reversion|reversao|chargeback|desconoc[a-z]+ (el|la))\b[^.!?]{0,50}\b(dicom|datacredito|buro|serasa|spc|negativo|veraz)\b",
        @"\b(profeco|procon|sernac|indecopi|defensa (del|al) consumidor|superindustria)\b[^.!?]{0,60}\b(tarda|demora|ni se|cuidado|gastos|descobre|nunca|cobrar|litigancia|pierd[a-z]+)\b",
        @"\b(callarse|calladit[oa]|callad[oa]|quieto|quietinh[oa]|calad[oa])\b[^.!?]{0,40}\b(te|le|eu|yo|lhe) (compens[a-z]+|pag[a-z]+|repong[a-z]+|dou|doy|mand[a-z]+|regal[a-z]+|transf[a-z]+)|\b(dinheirinho|plata|pesos|agrado)\b[^.!?]{0,20}\b(ficar quieto|callarse|no decir nada)\b",
        @"\b(confirm[ae]r?|dale|dele|de como|marca|marque)( [a-z]+){0,2} (recibid[oa]|recebimento|recebido|resolvid[oa]|entregado)\b[^.!?]{0,60}\b(antes|liberan|libera[m]?|hoy|obsequio|mando|te sumo|no esperes|sem dar)\b",
        @"\b(desde que|siempre que|siempre y cuando|con tal que)[^.!?]{0,20}\b(ninguem|nadie|no|nao|voce nao|usted no) (abra|abre|reclame|inicie|denuncie)\b|\b(siempre|sempre) (gano|ganamos|ganho|ganhamos) (los|as|las|os) (reclam|mediac|disput)[a-z]*|\b(con|com) (queja|reclamo|chamado) (no|nao)[^.!?]{0,15},? (sin|sem) \b|\b(nada|solo|so) (va a ganar|vai ganhar|gana|ganha|gan[ae]s)?( nada)? ?reclam(ando|ar),? (so|solo) (dor|dolor|perd|pierd)|\bvai ganhar nada reclamando\b",
    ];
}
