namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>Threats to the person: that one knows where he lives and whom he loves, blows, a visit, a brother with the police, his name among swindlers.</summary>
internal static class Menaces
{
    private const string Your = "(tu|tus|su|sus|teu|teus|seu|seus|tua|tuas|sua|suas)";

    public static readonly string[] Patterns =
    [
        $@"\b(sei|sabemos|saben|conozco|conheco|ya vi|ja vi|apunte|anote|na minha mao|en mi mano)( [a-z]+){{0,3}} {Your} (pasaje|portao|casa|calle|rua|direccion|endereco|domicilio|barrio|bairro|familia|filh[oa]s?|hij[oa]s?|trabajo|trabalho|colegio|escola|placa|patente|horario|cara|auto|carro)\b",
        $@"\b(cuid[aeo]|cuide|cuida|ojo con|cuidado com|cuidado con)( bien)?( a)? {Your} (hij[oa]s?|filh[oa]s?|familia|autito|auto|carro|espalda|casa|perro|dientes|moto|cara)\b|\b(sei|se|sabe|saben|sabemos) (donde|onde|en que horario|em que horario|a que hora|que horas)[^.!?]{{0,40}}\b(vas?|van|vive[sn]?|mora[sm]?|estudia[n]?|trabaj[a-z]+|trabalh[a-z]+|recibe[s]?|recebe|colegio|achar|encontrar(te|lo)?)\b",
        @"\b(te|lo|la|le) (meto|mando|doy|pego|parto|rompo|reviento|voy a (meter|dar|partir|pegar))( [a-z]+){0,2} (balazo|balazos|tiro|tiros|pina|pinas|trompad[a-z]+|patada|patadas|cachetad[a-z]*|paliza|punalada|plomo|madriza|boca|cara)\b|\b(meto|meter) a porrada\b|\b(quebr|arrebent|part|romp)[a-z]* (a )?(tua|sua|tu|su|la) cara\b|\b(levar|tomar) (uma )?(surra|porrada|tiro)\b|\bapanha\. |\b(te|lo) voy a madrear\b",
        $@"\b(vou|passo|paso|voy|vamos|caigo|mando)( [a-z]+){{0,3}} (ai|ahi|alla|na {Your}|a {Your}|en {Your}|por {Your})( (porta|casa|puerta|trabajo|laburo|domicilio))?[^.!?]{{0,20}}\b(cobrar|conversar (con|com) (vos|voce)|conversar|con (mis|unos|los) (muchachos|amigos|hermanos|primos)|com (o pessoal|uns|meus)|acertar contas|pra (resolver|conversar))\b|\bna (tua|sua) porta\b",
        @"\b(mi|meu|mis|meus) (primo|hermano|irmao|cunado|cunhado|tio|sobrino|amigo|pessoal|pareja|viejo)( [a-z]+){0,3} (es|e|eh|son|trabaja)( [a-z]+)? (policia|policial|delegado|comisario|militar|milico|juez|fiscal|pesado)\b|\b(licenciados|abogados|advogados|muchachos)( [a-z]+){0,2} (van|va|vao|ya van|iran) (por|a|tras|atras de) (ti|vos|usted|voce)\b|\bdorm(e|is|ir|es|iras) na? (cadeia|calabozo|carcel|comisaria)\b|\bpux(ou|ei) (tua|sua) ficha\b",
        @"\b(public|expon|expong|sub[oi]|subir|boto|te queimar|te quemo|te subo|vou te queimar|espalh)[a-z]*[^.!?]{0,50}\b(estafador(es)?|golpistas?|caloteir[oa]s?|cpf|rut|dni|grupos? de|paginas de)\b",
        $@"\b(ligo|llamo|hablo|hablar|ligar|aviso|cuento|conto|mando)( [a-z]+){{0,3}} (a|pro|al|para o|para|pra) {Your} (trabalho|trabajo|servico|patrao|jefe|jefa|chefe|patron|esposa|marido|mujer|mulher|mama)\b|\b{Your} (patrao|jefe|chefe|jefa|patron|esposa|marido|mujer)( [a-z]+){{0,3}} (saber|enter[a-z]+|sepa|sepan)\b",
        @"\b(fica o aviso|ta avisad[oa]|fica esperto|estas avisad[oa]|quedas avisad[oa]|avisad[oa] estas|considerate advertid[oa]|esta advertid[oa]|nao me arruma problema|(nao|no) (brinca|brinque|juegues|te metas) (comigo|conmigo)|no me busques|mexeu com (o|a) [a-z]+ errad[oa]|te metiste con|vas a aparecer en|en una zanja|pra voce ver|para que veas|continua de gracinha|a gente se cruza|nos vamos a cruzar|te vas a acordar|vai se arrepender|te voy a (encontrar|buscar)|eu vou procurar|na (tua|sua) garganta|las piedras vuelan|mejor (quedese|quedate) callad[oa])\b",
        @"\b(te|lo|la) (cobro|vamos a cobrar) por las (malas|buenas o)|\b(todo tiene|tudo tem) (consecuencias|consequencias)\b",
    ];
}
