/** Version of the program, put in by the bundler: the page reads no files. */
declare const GERAI_VERSION: string;
