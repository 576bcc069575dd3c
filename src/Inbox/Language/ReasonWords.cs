namespace MeliBot.Inbox.Language;

/// <summary>Names the resources of reasons: by code, and by <c>term …</c> and <c>rule …</c> for the words in them. English needs none: each reason brings its own sentence.</summary>
public sealed class ReasonWords;
