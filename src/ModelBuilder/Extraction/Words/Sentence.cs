using ModelBuilder.Documents;

namespace ModelBuilder.Extraction;

/// <summary>A sentence with its place.</summary>
/// <param name="Line">The line it stands in.</param>
/// <param name="Start">Characters from the start of the line.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Tokens">Its tokens; their positions count from the start of the line.</param>
internal sealed record Sentence(TextLine Line, int Start, string Text, IReadOnlyList<Token> Tokens);
