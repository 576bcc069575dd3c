namespace MeliBot.MercadoLibre;

/// <param name="From">The seller.</param>
/// <param name="To">The buyer, or Mercado Libre's agent where it sits in the thread.</param>
/// <param name="Text">A plain string; an object is refused with a misleading error.</param>
/// <param name="Attachments">Names that uploads gave; null when there are none, because an empty list is refused.</param>
public sealed record MessageRequest(MessageUser From, MessageUser To, string Text, IReadOnlyList<string>? Attachments = null);

public sealed record MessageUser(long UserId);

/// <param name="OptionId">One of <see cref="ContactReason"/>.</param>
/// <param name="TemplateId">For options that are templates.</param>
/// <param name="Text">For options that are free text.</param>
/// <param name="Vars">What fills the template.</param>
public sealed record ContactRequest(string OptionId, string? TemplateId = null, string? Text = null, IReadOnlyList<ContactValue>? Vars = null);

public sealed record ContactValue(string Id, string Value);
