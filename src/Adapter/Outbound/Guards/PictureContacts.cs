namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>A contact that the text doesn't say but a picture shows: "el fono de la imagen", "mirá la segunda foto con lupa", "dá um zoom, o contato está lá".</summary>
internal static class PictureContacts
{
    /// <summary>What no product has.</summary>
    private const string Contact = "(contacto|contato|contactos|contatos|whats[a-z]*|wsp|wpp|wasap|zap|insta|redes|arroba)";

    /// <summary>What a product may have too.</summary>
    private const string Way = "(telefono|telefone|tel|fono|fone|cel|celu|celular|numero|mail|correo|usuario|direccion|endereco|pagina|web|sitio|site|datos|dados|nombre|nome|facebook|instagram|contacto|contato|whats[a-z]*|wsp|wpp|zap|insta)";

    private const string Ours = "(mi|mis|nuestro|nuestra|nuestros|meu|meus|minha|nosso|nossa|nossos)";

    private const string Picture = "(foto|fotos|fotito|fotinha|imagen|imagenes|imagem|imagens|portada|capa|etiqueta|caja|caixa|logo|flyer|cartel|cartaz|video|placa|publicacion|folleto|panfleto|tarjeta|banner|marca de agua|marca d'?agua)";

    private const string In = "(en|na|nas|no|nos|de|da|das|del|do|sobre)( (la|las|el|los|a|as|o|os|esa|essa|una|uma|mi|nuestra|minha|nossa|ultima|primera|primeira|segunda|tercera|terceira|cuarta|quarta|quinta|de|da|do|del))*";

    /// <summary>Somebody is to be called.</summary>
    private const string Call =
        "((llam|habl|escrib|contact|ubic|comunic|agend|anot|consult|marc)[a-z]*(me|nos|arme|arnos|irme|irnos|arse|ate)|(me|nos) (puede |pode |podes |puedes )?(llam|habl|escrib|contact|ubic|encontr|encuentr|busc|cham|lig|ach|fal|contat|marc)[a-z]*|cham[ae]|lig(a|ue)|fal[ae]|contactar|contatar|comunicarse)";

    public static readonly string[] Patterns =
    [
        $@"\b{Contact}( [a-z]+){{0,4}} {In} {Picture}\b",
        $@"\b{Ours} {Way}( [a-z]+){{0,4}} {In} {Picture}\b",
        $@"\b{Way}( [a-z]+){{0,4}} {In} {Picture}\b[a-z0-9 ,]{{0,30}}\b{Call}\b",
        $@"\b{Call}\b[a-z0-9 ,]{{0,30}}\b{Way}( [a-z]+){{0,4}} {In} {Picture}\b",
        $@"\b{Call}( [a-z]+){{0,3}} (al|no|ao|por el|pelo) (numero|que)( [a-z]+){{0,4}} {In} {Picture}\b",
        $@"\b{In} {Picture}\b[a-z0-9 ,]{{0,40}}\b(esta|estan|hay|tem|ta|ves|ve|veras|figura|aparece|sale|dice|diz|deje|deixei|puse|coloquei|encuentr[a-z]+|encontr[a-z]+|acha)( [a-z]+){{0,2}} ({Ours} {Way}|(el|o|los|os) {Contact})\b",
        $@"\b{Picture}\b[a-z0-9 ,]{{0,40}}\b({Ours} {Way}|(el|o|los|os) {Contact})\b[a-z ,]{{0,20}}\b(esta|estan|figura|aparece|la|ali|ahi|ai)\b",
        $@"\b(mir|observ|fij|agrand|ampli|olh|vej|repar|busc|procur)[a-z]*( [a-z]+){{0,4}} {Picture}\b[a-z0-9 ,]{{0,30}}\b(esta|sale|figura|aparece|ta|tem|fica|ves|hay) (el|mi|o|meu|nuestro|nosso) {Way}([.,!]|$| y| e)",
        $@"\b(mir|observ|fij|agrand|ampli|aument|olh|vej|repar|de un|da um|de um|hace|haga|haz|hacele)[a-z]*( [a-z]+){{0,4}} {Picture}\b[a-z0-9 ,]{{0,25}}\b(con lupa|com lupa|con carino)\b",
        $@"\b(lupa|zoom)\b[a-z0-9 ,]{{0,30}}\b{Picture}\b[a-z0-9 ,]{{0,50}}\b({Contact}|{Ours} {Way}|{Call})\b",
    ];
}
