namespace Microsoft.Bot.Builder.Adapters;

// The SDK's TestAdapter also fakes OAuth through an obsolete interface of this name. This subset has no OAuth: the name alone keeps
// the declaration the same, and being internal it can't be used by code that would then need the rest.
internal interface IExtendedUserTokenProvider;
